// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.export.ExportFormat;
import org.trapline.chart.export.RunExport;
import org.trapline.result.store.Run;
import org.trapline.ui.export.ExportPage;
import org.trapline.ui.run.RunOutcome;

/** File &gt; Export &gt; Trapline Results: always a file in the end, or an error. */
public final class ExportTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final ErrorDialogs errors = new ErrorDialogs();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static Run run() throws Exception {
		return ((RunOutcome.Finished) Study.open().run()).run();
	}

	/** Opens the wizard by the platform's export command. */
	private static Shell open() {
		Ui.start(() -> {
			ParameterizedCommand command = ParameterizedCommand.generateCommand(
					Ui.window().getService(ICommandService.class).getCommand(IWorkbenchCommandConstants.FILE_EXPORT),
					Map.of(IWorkbenchCommandConstants.FILE_EXPORT_PARM_WIZARDID, "org.trapline.ui.exportRuns"));
			Ui.window().getService(IHandlerService.class).executeCommand(command, null);
		});
		Shell shell = Ui.dialog("Export Results");
		Ui.await("the page", () -> ((WizardDialog) shell.getData()).getCurrentPage() instanceof ExportPage);
		return shell;
	}

	private static ExportPage page(Shell shell) {
		return Ui.get(() -> (ExportPage) ((WizardDialog) shell.getData()).getCurrentPage());
	}

	private static boolean canFinish(Shell shell) {
		return Ui.get(() -> Ui.button(shell, "Finish").isEnabled());
	}

	private static void finish(Shell shell) {
		Ui.press(Ui.get(() -> Ui.button(shell, "Finish")));
	}

	/** Exports the run by the wizard, and returns what is in the file. */
	private byte[] export(ExportFormat format) throws Exception {
		Path file = folder.getRoot().toPath().resolve("results." + format.extension());
		Shell shell = open();
		Ui.run(() -> page(shell).choose(format, file));
		assertTrue(format.title(), canFinish(shell));
		if (format == ExportFormat.PNG) {
			Ui.screenshot("export-wizard");
		}
		finish(shell);
		Ui.await("the closed wizard", shell::isDisposed);
		assertEquals("nothing but the file", List.of(file), list(folder.getRoot().toPath()));
		byte[] bytes = Files.readAllBytes(file);
		Files.delete(file);
		return bytes;
	}

	private static List<Path> list(Path folder) throws Exception {
		try (var files = Files.list(folder)) {
			return files.toList();
		}
	}

	private String exportedText(ExportFormat format) throws Exception {
		return new String(export(format), StandardCharsets.UTF_8);
	}

	@Test
	public void rowsTablesAndReportsAreThoseOfTheCommandLine() throws Exception {
		Run run = run();
		RunExport expected = new RunExport(List.of(run), Optional.empty());
		for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.JSON, ExportFormat.LATEX, ExportFormat.TABLE, ExportFormat.HTML)) {
			assertEquals(format.title(), expected.text(format), exportedText(format));
		}
		assertTrue(expected.text(ExportFormat.LATEX), expected.text(ExportFormat.LATEX).contains("\\begin{tabular}"));
		String page = expected.text(ExportFormat.HTML);
		assertTrue("a page complete by itself", page.contains("<svg") && page.contains(run.info().fingerprint()) && !page.contains("<script src") && !page.contains("<link "));
	}

	@Test
	public void picturesAreOfTheirFormats() throws Exception {
		run();
		String svg = exportedText(ExportFormat.SVG);
		assertTrue(svg.substring(0, Math.min(200, svg.length())), svg.contains("<svg") && svg.contains("NestedVhe"));
		String pdf = new String(export(ExportFormat.PDF), StandardCharsets.ISO_8859_1);
		assertTrue("a whole PDF", pdf.startsWith("%PDF-") && pdf.stripTrailing().endsWith("%%EOF"));
		Path file = folder.getRoot().toPath().resolve("png");
		Files.write(file, export(ExportFormat.PNG));
		assertNotNull(ImageIO.read(file.toFile()));
	}

	@Test
	public void anImageHasTheSizeAndDensityThatAreChosen() throws Exception {
		run();
		Path file = folder.getRoot().toPath().resolve("chart.png");
		Shell shell = open();
		Ui.run(() -> {
			page(shell).choose(ExportFormat.PNG, file);
			List<Spinner> spinners = Ui.find(shell, Spinner.class, each -> true);
			spinners.get(0).setSelection(300);
			spinners.get(1).setSelection(200);
			spinners.get(2).setSelection(288);
		});
		finish(shell);
		Ui.await("the closed wizard", shell::isDisposed);
		BufferedImage image = ImageIO.read(file.toFile());
		assertEquals("300 by 200 points, four pixels each way", List.of(1200, 800), List.of(image.getWidth(), image.getHeight()));
		assertEquals("light paper", 0xFFFFFF, image.getRGB(0, 0) & 0xFFFFFF);
	}

	@Test
	public void allChartsOfTheStudyGoIntoAFolder() throws Exception {
		run();
		Path target = folder.getRoot().toPath().resolve("charts");
		Shell shell = open();
		Ui.run(() -> {
			page(shell).choose(ExportFormat.SVG, target);
			page(shell).chooseChart("All charts");
		});
		assertTrue(canFinish(shell));
		finish(shell);
		Ui.await("the closed wizard", shell::isDisposed);
		assertEquals("traps and cycles", 2, list(target).size());
	}

	@Test
	public void whatCannotBeATargetIsSaidAtOnce() throws Exception {
		run();
		Path root = folder.getRoot().toPath();
		Path there = Files.writeString(root.resolve("there.csv"), "mine");
		Shell shell = open();
		expect(shell, root.resolve("missing").resolve("rows.csv"), "There is no folder " + root.resolve("missing") + ".");
		expect(shell, root, "'" + root + "' is a folder. Enter a file.");
		expect(shell, Path.of("rows.csv"), "Enter an absolute path.");
		expect(shell, there, "A file of that name exists. Check the box below to replace it.");
		Ui.screenshot("export-refused");
		Ui.run(() -> Ui.button(shell, "Overwrite existing files without asking").setSelection(true));
		Ui.press(Ui.get(() -> Ui.button(shell, "Overwrite existing files without asking")));
		Ui.await("the ticked box", () -> canFinish(shell));
		finish(shell);
		Ui.await("the closed wizard", shell::isDisposed);
		assertTrue(Files.readString(there).contains("NestedVhe"));
	}

	private static void expect(Shell shell, Path target, String message) {
		Ui.run(() -> page(shell).choose(ExportFormat.CSV, target));
		assertEquals(message, Ui.get(() -> page(shell).getErrorMessage()));
		assertFalse(message, canFinish(shell));
	}

	/** The folder is there when it is chosen, and is no folder any more when it is written to. */
	@Test
	public void aPlaceThatCannotBeWrittenIsAnErrorAndTheWizardStays() throws Exception {
		run();
		for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.PNG, ExportFormat.PDF, ExportFormat.HTML)) {
			Path place = folder.newFolder("gone-" + format.id()).toPath();
			Shell shell = open();
			Ui.run(() -> page(shell).choose(format, place.resolve("results." + format.extension())));
			assertTrue(canFinish(shell));
			Files.delete(place);
			Files.writeString(place, "a file");
			finish(shell);
			Ui.await("the error", () -> error(shell) != null);
			Shell error = Ui.get(() -> error(shell));
			String text = Ui.get(() -> Ui.texts(error));
			assertTrue(text, text.contains("Nothing was exported.") && text.contains(place.toString()));
			assertFalse(text, text.contains("Exception"));
			Ui.screenshot("export-failed-" + format.id());
			Ui.press(Ui.get(() -> Ui.button(error, "OK")));
			Ui.await("the closed error", error::isDisposed);
			assertFalse("another place can be chosen", shell.isDisposed());
			Ui.press(Ui.get(() -> Ui.button(shell, "Cancel")));
			Ui.await("the closed wizard", shell::isDisposed);
			assertEquals("a file", Files.readString(place));
		}
	}

	/** The error dialog above the wizard; null when there is none. Call it on the UI thread. */
	private static Shell error(Shell wizard) {
		for (Shell shell : Ui.display().getShells()) {
			if (shell != wizard && shell.isVisible() && shell.getText().equals("Export Results")) {
				return shell;
			}
		}
		return null;
	}

	@Test
	public void withoutRunsTheWizardSaysWhatToDo() {
		Shell shell = open();
		Ui.run(() -> page(shell).choose(ExportFormat.CSV, Path.of("/rows.csv")));
		assertEquals("There are no runs yet: run a study first.", Ui.get(() -> page(shell).getErrorMessage()));
		assertFalse(canFinish(shell));
		Ui.press(Ui.get(() -> Ui.button(shell, "Cancel")));
		Ui.await("the closed wizard", shell::isDisposed);
	}
}
