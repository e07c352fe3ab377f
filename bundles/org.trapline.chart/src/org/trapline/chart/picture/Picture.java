// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.Graphics2D;

/**
 * Something that can be drawn at any size, in either theme: on a view, and into a file. Immutable; drawn by any thread.
 *
 * @param <E> what its parts stand for
 */
public interface Picture<E> {

	/** One line for people: what it shows. */
	String title();

	/** The size of a file unless somebody asks for another. */
	ChartSize size();

	/**
	 * Draws it, from the origin.
	 *
	 * @param width  in points
	 * @param height in points
	 * @return where its parts are
	 */
	Drawing<E> draw(Graphics2D g2, double width, double height, ChartTheme theme);
}
