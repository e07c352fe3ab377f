// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of all pictures: Liberation Sans, which PDFBox brings along (SIL Open Font License). It is as wide as Arial and Helvetica,
 * so a text has the same width in the PNG, in the PDF (where it is embedded, as publishers ask) and in an SVG that is shown with
 * any of the three. A machine's own fonts play no part, so a picture is the same everywhere.
 */
public final class Fonts {

	public static final float TITLE = 18;
	public static final float NORMAL = 13;
	public static final float SMALL = 11;
	public static final float TINY = 9;

	/** What an SVG asks for, best first. */
	public static final String SVG_FAMILY = "'Liberation Sans', Arial, Helvetica, sans-serif";

	private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
	private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
	/** Reading it costs a temporary file, so it is done once; a Font never changes. */
	private static final Font BASE = read();

	private Fonts() {
	}

	/** The font's file; the caller closes it. */
	public static InputStream open() throws IOException {
		InputStream stream = PDType0Font.class.getResourceAsStream(RESOURCE);
		if (stream == null) {
			throw new FileNotFoundException("the PDFBox library lacks its font " + RESOURCE);
		}
		return stream;
	}

	/** The name under which Java knows the font. */
	public static String name() {
		return BASE.getFontName();
	}

	/** The font for a text: the machine's own sans-serif where ours lacks a character. */
	public static Font forText(String text, float size) {
		Font base = BASE.canDisplayUpTo(text) < 0 ? BASE : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
		return base.deriveFont(size);
	}

	/** The font for numbers. */
	public static Font ofSize(float size) {
		return BASE.deriveFont(size);
	}

	/** The width of one line of text in points. */
	public static double width(String text, float size) {
		return text.isEmpty() ? 0 : forText(text, size).getStringBounds(text, MEASURE).getWidth();
	}

	/** The distance from a line's top to its baseline, in points. */
	public static double ascent(float size) {
		return metrics(size).getAscent();
	}

	/** The height of a line in points. */
	public static double height(float size) {
		LineMetrics metrics = metrics(size);
		return metrics.getAscent() + metrics.getDescent();
	}

	private static LineMetrics metrics(float size) {
		return ofSize(size).getLineMetrics("Ag0", MEASURE);
	}

	private static Font read() {
		try (InputStream stream = open()) {
			return Font.createFont(Font.TRUETYPE_FONT, stream);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (FontFormatException e) {
			throw new IllegalStateException("cannot read the font " + RESOURCE, e);
		}
	}
}
