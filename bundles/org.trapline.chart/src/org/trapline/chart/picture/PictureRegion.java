// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.geom.Rectangle2D;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A part of a drawn picture that means something: for tool tips, selection, accessibility and tests.
 *
 * @param element what it stands for
 * @param words   makes its text when somebody asks: a picture may have ten thousand parts
 * @param area    where it is, in points, from the picture's upper left corner; not to be changed
 */
public record PictureRegion<E>(E element, Supplier<String> words, Rectangle2D area) {

	public PictureRegion {
		Objects.requireNonNull(element);
		Objects.requireNonNull(words);
		Objects.requireNonNull(area);
	}

	/** For a label the text it shows, for anything else a sentence that says it in full. */
	public String text() {
		return words.get();
	}

	@Override
	public String toString() {
		return element + " \"" + text() + "\" at " + area;
	}
}
