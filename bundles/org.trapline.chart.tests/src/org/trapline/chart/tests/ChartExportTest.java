// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.Picture;
import org.trapline.result.ExperimentResult;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

public class ChartExportTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void pngHasItsSizeDensityAndColours() throws IOException {
		byte[] bytes = export(ChartFormat.PNG);

		BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
		assertEquals(1600, image.getWidth());
		assertEquals(960, image.getHeight());
		Set<Integer> colours = new HashSet<>();
		for (int y = 0; y < image.getHeight(); y += 3) {
			for (int x = 0; x < image.getWidth(); x += 3) {
				colours.add(image.getRGB(x, y));
			}
		}
		assertTrue("only " + colours.size() + " colours", colours.size() > 10);
		// 144 dots per inch are 5669 per metre
		int density = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
		assertEquals(5669, ByteBuffer.wrap(bytes).getInt(density + 4));
		assertEquals(5669, ByteBuffer.wrap(bytes).getInt(density + 8));
	}

	@Test
	public void svgHoldsTextsAsTexts() throws Exception {
		byte[] bytes = export(ChartFormat.SVG);

		assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("<!DOCTYPE"));
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
		assertEquals("800pt", document.getDocumentElement().getAttribute("width"));
		assertEquals("0 0 800 480", document.getDocumentElement().getAttribute("viewBox"));
		List<String> texts = new ArrayList<>();
		NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", "text");
		for (int i = 0; i < nodes.getLength(); i++) {
			texts.add(nodes.item(i).getTextContent());
		}
		assertTrue(texts.toString(), texts.containsAll(List.of("Hypercall from a nested VM: cycles", "Cycles per operation", "Simulated",
				"Published (used for fitting)", "Vm", "Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe", "2,729", "422,720",
				"307,363", "92,385", "95,895", "100,895", "Published values: NEVE, SOSP'17 (secondary)")));
	}

	@Test
	public void turnedTextsAreTextsToo() throws Exception {
		Picture<?> chart = new ChartPicture(ChartKinds.data(Studies.many(12, 1, "averylongnamewithoutbreak", BigDecimal.TEN), Studies.TRAPS));

		assertTrue(new String(bytes(chart, ChartFormat.SVG), StandardCharsets.UTF_8).contains(">averylongnamewithoutbreak3</text"));
	}

	@Test
	public void pdfIsOnePageWithTextsAndEmbeddedFont() throws IOException {
		try (PDDocument document = Loader.loadPDF(export(ChartFormat.PDF))) {
			assertEquals(1, document.getNumberOfPages());
			assertEquals(800, document.getPage(0).getMediaBox().getWidth(), 0);
			assertEquals(480, document.getPage(0).getMediaBox().getHeight(), 0);
			assertEquals("Hypercall from a nested VM: cycles", document.getDocumentInformation().getTitle());
			String text = new PDFTextStripper().getText(document);
			for (String expected : List.of("Hypercall from a nested VM: cycles", "NestedNeveVhe", "422,720", "100,895",
					"Cycles per operation", "Published (not used for fitting)")) {
				assertTrue(expected + " in " + text, text.contains(expected));
			}
			PDResources page = document.getPage(0).getResources();
			PDResources resources = ((PDFormXObject) page.getXObject(page.getXObjectNames().iterator().next())).getResources();
			int fonts = 0;
			for (COSName name : resources.getFontNames()) {
				assertTrue(resources.getFont(name).getName(), resources.getFont(name).isEmbedded());
				fonts++;
			}
			assertEquals(1, fonts);
		}
	}

	@Test
	public void sameBytesEachTime() throws IOException {
		for (ChartFormat format : ChartFormat.values()) {
			byte[] first = export(format);
			assertArrayEquals(format + " again", first, export(format));
		}
	}

	@Test
	public void charactersThatTheFontLacksAreDrawn() throws IOException {
		var result = new ExperimentResult("s", "E", "\u5165\u308c\u5b50 & <\u4eee\u60f3\u5316>",
				Studies.hypercall().rows(), List.of());
		Picture<?> chart = new ChartPicture(ChartKinds.data(result, Studies.TRAPS));

		for (ChartFormat format : ChartFormat.values()) {
			assertTrue(bytes(chart, format).length > 1000);
		}
	}

	@Test
	public void writesAFileAndReplacesIt() throws IOException {
		Path file = folder.getRoot().toPath().resolve("chart.pdf");
		Files.writeString(file, "old");

		ChartExport.write(chart(), ChartFormat.PDF, file);

		assertArrayEquals(export(ChartFormat.PDF), Files.readAllBytes(file));
		assertEquals(List.of(file), files());
	}

	@Test
	public void sizeAndScaleAreKept() throws IOException {
		Path file = folder.getRoot().toPath().resolve("chart.png");

		ChartExport.write(chart(), ChartFormat.PNG, new ChartSize(240, 180), 3, file);

		BufferedImage image = ImageIO.read(file.toFile());
		assertEquals(720, image.getWidth());
		assertEquals(540, image.getHeight());
	}

	@Test
	public void failsWhereTheParentIsAFile() throws IOException {
		Path parent = folder.newFile("parent").toPath();
		assertFails(parent.resolve("chart.svg"), "is not a folder");
		assertEquals(List.of(parent), files());
	}

	@Test
	public void failsWithoutAFolder() throws IOException {
		assertFails(folder.getRoot().toPath().resolve("missing/chart.svg"), "there is no folder");
		assertEquals(List.of(), files());
	}

	@Test
	public void failsWhereAFolderIsInTheWay() throws IOException {
		Path target = folder.newFolder("chart.svg").toPath();
		assertFails(target, "it is a folder");
		assertEquals(List.of(target), files());
	}

	@Test
	public void failsInAnUnwritableFolder() throws IOException {
		Path closed = folder.newFolder("closed").toPath();
		assertTrue(closed.toFile().setWritable(false));
		try {
			assumeFalse("this user may write everywhere", Files.isWritable(closed));
			assertFails(closed.resolve("chart.svg"), "permission denied");
			assertEquals(List.of(closed), files());
		} finally {
			closed.toFile().setWritable(true);
		}
	}

	@Test
	public void failsWhereNobodyMayWrite() throws IOException {
		// not even the superuser
		Path proc = Path.of("/proc/self");
		assumeFalse("Linux only", !Files.isDirectory(proc));
		assertFails(proc.resolve("chart.svg"), "");
	}

	@Test
	public void refusesSizesThatAreNone() {
		assertThrows(IllegalArgumentException.class, () -> new ChartSize(0, 100));
		assertThrows(IllegalArgumentException.class, () -> new ChartSize(Double.NaN, 100));
		assertThrows(IllegalArgumentException.class, () -> new ChartSize(100, 20_000));
		assertThrows(IllegalArgumentException.class, () -> ChartExport.write(chart(), ChartFormat.PNG,
				ChartSize.DEFAULT, 0, new ByteArrayOutputStream()));
	}

	@Test
	public void knowsFormatsByFileNames() {
		assertEquals(Optional.of(ChartFormat.PDF), ChartFormat.ofFileName("a.b.PDF"));
		assertEquals(Optional.empty(), ChartFormat.ofFileName("png"));
	}

	private void assertFails(Path file, String reason) {
		String message = assertThrows(IOException.class, () -> ChartExport.write(chart(), ChartFormat.SVG, file))
				.getMessage();
		assertTrue(message, message.contains("cannot write " + file) && message.contains(reason));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder.getRoot().toPath())) {
			return files.toList();
		}
	}

	private static Picture<?> chart() {
		return new ChartPicture(ChartKinds.data(Studies.hypercall(), Studies.CYCLES));
	}

	private static byte[] export(ChartFormat format) throws IOException {
		return bytes(chart(), format);
	}

	private static byte[] bytes(Picture<?> chart, ChartFormat format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ChartExport.write(chart, format, ChartSize.DEFAULT, ChartExport.DEFAULT_SCALE, out);
		return out.toByteArray();
	}
}
