// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.result.store.WholeFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes pictures as files: the same picture in every {@link ChartFormat}, always in {@link ChartTheme#LIGHT}, and the same bytes each time.
 */
public final class ChartExport {

	/** Pixels per point of a PNG unless somebody asks for another density: 144 dpi. */
	public static final double DEFAULT_SCALE = 2;

	private static final double METRES_PER_POINT = 0.0254 / 72;
	private static final String SVG_NS = "http://www.w3.org/2000/svg";

	private ChartExport() {
	}

	/** Writes a file of the picture's size and the default density, see {@link #write(Picture, ChartFormat, ChartSize, double, Path)}. */
	public static void write(Picture<?> picture, ChartFormat format, Path file) throws IOException {
		write(picture, format, picture.size(), DEFAULT_SCALE, file);
	}

	/**
	 * Writes a picture to a file, which is replaced when it exists. All or nothing: on failure the file is as it was before, and nothing
	 * else is left in its folder, which must exist.
	 *
	 * @param scale pixels per point of a PNG; the other formats have no pixels
	 * @throws IOException              with the file's path and the reason
	 * @throws IllegalArgumentException when the scale is not above 0 or the image would be too large
	 */
	public static void write(Picture<?> picture, ChartFormat format, ChartSize size, double scale, Path file) throws IOException {
		byte[] bytes;
		try {
			bytes = bytes(picture, format, size, scale);
		} catch (IOException e) {
			throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
		}
		WholeFile.write(file, bytes);
	}

	/**
	 * Writes a picture to a stream, which is left open.
	 *
	 * @param scale pixels per point of a PNG; the other formats have no pixels
	 * @throws IllegalArgumentException when the scale is not above 0 or the image would be too large
	 */
	public static void write(Picture<?> picture, ChartFormat format, ChartSize size, double scale, OutputStream out)
			throws IOException {
		out.write(bytes(picture, format, size, scale));
		out.flush();
	}

	/** A picture as SVG in a text, without an XML declaration, as it stands in a page. */
	static String svg(Picture<?> picture, ChartSize size) throws IOException {
		String text = new String(bytes(picture, ChartFormat.SVG, size, DEFAULT_SCALE), StandardCharsets.UTF_8);
		return text.replaceFirst("^<\\?xml[^>]*>\\s*", "");
	}

	static byte[] bytes(Picture<?> picture, ChartFormat format, ChartSize size, double scale) throws IOException {
		return switch (format) {
			case PNG -> png(picture, size, scale);
			case SVG -> svg(picture, size, picture.title());
			case PDF -> pdf(picture, size, picture.title());
		};
	}

	private static byte[] png(Picture<?> picture, ChartSize size, double scale) throws IOException {
		double width = Math.ceil(size.width() * scale);
		double height = Math.ceil(size.height() * scale);
		BufferedImage image = PictureImage.of(picture, (int) width, (int) height, scale, ChartTheme.LIGHT).image();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
			IIOMetadataNode density = new IIOMetadataNode("pHYs");
			String perMetre = Long.toString(Math.round(scale / METRES_PER_POINT));
			density.setAttribute("pixelsPerUnitXAxis", perMetre);
			density.setAttribute("pixelsPerUnitYAxis", perMetre);
			density.setAttribute("unitSpecifier", "meter");
			IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
			root.appendChild(density);
			metadata.mergeTree("javax_imageio_png_1.0", root);
			writer.setOutput(out);
			writer.write(new IIOImage(image, null, metadata));
			out.flush();
			return bytes.toByteArray();
		} finally {
			writer.dispose();
		}
	}

	private static byte[] svg(Picture<?> picture, ChartSize size, String title) throws IOException {
		Document document;
		try {
			document = DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(SVG_NS,
					"svg", null);
		} catch (ParserConfigurationException e) {
			throw new IOException("no XML document can be made: " + e.getMessage(), e);
		}
		SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
		context.setComment(null);
		SVGGraphics2D g2 = new MeasuredSvg(context);
		picture.draw(g2, size.width(), size.height(), ChartTheme.LIGHT);
		Element root = g2.getRoot();
		root.setAttribute("width", context.doubleString(size.width()) + "pt");
		root.setAttribute("height", context.doubleString(size.height()) + "pt");
		root.setAttribute("viewBox", "0 0 " + context.doubleString(size.width()) + " " + context.doubleString(size.height()));
		root.setAttribute("role", "img");
		if (!title.isEmpty()) {
			Element heading = document.createElementNS(SVG_NS, "title");
			heading.setTextContent(title);
			root.insertBefore(heading, root.getFirstChild());
		}
		holdTexts(root);
		StringWriter out = new StringWriter();
		g2.stream(root, out, false, false);
		g2.dispose();
		// Batik names a DTD, which makes readers go to the network, and ends lines as the machine does
		String text = out.toString().replaceFirst("<!DOCTYPE[^>]*>\\s*", "").replace("\r\n", "\n");
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Names fonts of the same widths for viewers that lack ours, and each text's length, so that a viewer with none of them keeps the texts
	 * apart.
	 */
	private static void holdTexts(Element root) {
		String family = "'" + Fonts.ofSize(Fonts.NORMAL).getFamily() + "'";
		NodeList all = root.getElementsByTagNameNS("*", "*");
		for (int i = 0; i < all.getLength(); i++) {
			Element element = (Element) all.item(i);
			if (element.getAttribute("font-family").equals(family)) {
				element.setAttribute("font-family", Fonts.SVG_FAMILY);
			}
			if (element.getLocalName().equals("text")) {
				String size = inherited(element, "font-size");
				String text = element.getTextContent();
				if (!size.isEmpty() && !text.isEmpty()) {
					double width = Fonts.width(text, Float.parseFloat(size.replace("px", "")));
					element.setAttribute("textLength", Double.toString(Math.round(width * 100) / 100.0));
					element.setAttribute("lengthAdjust", "spacingAndGlyphs");
				}
			}
		}
	}

	private static String inherited(Element element, String attribute) {
		for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
			if (at.hasAttribute(attribute)) {
				return at.getAttribute(attribute);
			}
		}
		return "";
	}

	private static byte[] pdf(Picture<?> picture, ChartSize size, String title) throws IOException {
		try (PDDocument document = new PDDocument();
				PdfBoxGraphics2DFontTextDrawer texts = new PdfBoxGraphics2DFontTextDrawer();
				InputStream font = Fonts.open()) {
			// otherwise it is made from the time
			document.setDocumentId((long) title.hashCode());
			document.getDocumentInformation().setTitle(title);
			document.getDocumentInformation().setCreator("Trapline");
			PDViewerPreferences preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
			preferences.setDisplayDocTitle(true);
			document.getDocumentCatalog().setViewerPreferences(preferences);
			document.getDocumentCatalog().setLanguage("en");
			PDPage page = new PDPage(new PDRectangle((float) size.width(), (float) size.height()));
			document.addPage(page);
			texts.registerFont(Fonts.name(), PDType0Font.load(document, font, true));
			PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, (float) size.width(), (float) size.height());
			g2.setFontTextDrawer(texts);
			picture.draw(g2, size.width(), size.height(), ChartTheme.LIGHT);
			g2.dispose();
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.drawForm(g2.getXFormObject());
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	/** Measures texts as the other formats do, in fractions of a point; Batik alone would lay them out a little wider. */
	private static final class MeasuredSvg extends SVGGraphics2D {

		MeasuredSvg(SVGGeneratorContext context) {
			super(context, false);
			fmg.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
			fmg.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		}
	}
}
