// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.Color;
import java.awt.Graphics2D;

/** Writes texts in the one font of all pictures. Sizes and places are in points; a place is that of the text's upper edge. */
public final class Lettering {

	/** Headings. */
	public static final float TITLE = Fonts.TITLE;
	/** Texts. */
	public static final float NORMAL = Fonts.NORMAL;
	/** Remarks. */
	public static final float SMALL = Fonts.SMALL;
	/** What hardly has room. */
	public static final float TINY = Fonts.TINY;

	private Lettering() {
	}

	/** The width of a line. */
	public static double width(String text, float size) {
		return Fonts.width(text, size);
	}

	/** The height of a line. */
	public static double height(float size) {
		return Fonts.height(size);
	}

	/** The text, or as much of its beginning as fits into a width; empty where not even one letter does. */
	public static String fitted(String text, double width, float size) {
		return Texts.fitted(text, width, size);
	}

	/** Writes a line that begins at a place. */
	public static void draw(Graphics2D g2, String text, double x, double y, float size, Color color) {
		g2.setPaint(color);
		g2.setFont(Fonts.forText(text, size));
		g2.drawString(text, (float) x, (float) (y + Fonts.ascent(size)));
	}

	/** Writes a line whose middle is at a place. */
	public static void drawCentred(Graphics2D g2, String text, double x, double y, float size, Color color) {
		draw(g2, text, x - width(text, size) / 2, y, size, color);
	}

	/** Writes a line that ends at a place. */
	public static void drawRight(Graphics2D g2, String text, double x, double y, float size, Color color) {
		draw(g2, text, x - width(text, size), y, size, color);
	}
}
