// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartFormat;
import org.trapline.ui.results.ChartFile;

/** The chart in the view as a file: always a file or a message. */
public final class ChartExportTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();
	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyFormatIsWritten() throws Exception {
		ChartData chart = chart();
		for (ChartFormat format : ChartFormat.values()) {
			Path file = folder.getRoot().toPath().resolve("chart." + format.extension());
			// Not run but started: if it failed, a dialog would hold it.
			Ui.start(() -> ChartFile.write(Ui.window().getShell(), chart, format, file));
			Ui.await(format + " to be written", () -> Files.exists(file));
			assertTrue(file + " is complete", Files.size(file) > 1000);
		}
	}

	@Test
	public void aFileThatCannotBeWrittenIsTold() throws Exception {
		ChartData chart = chart();
		Path file = folder.getRoot().toPath().resolve("missing/chart.png");
		Ui.start(() -> ChartFile.write(Ui.window().getShell(), chart, ChartFormat.PNG, file));
		Shell dialog = Ui.dialog("Export Chart");
		assertFalse(Ui.get(() -> Ui.find(dialog, Label.class, label -> label.getText().contains("there is no folder")))
				.isEmpty());
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
	}

	private static ChartData chart() throws Exception {
		Study.open().run();
		return Ui.get(() -> Study.results().chart().orElseThrow());
	}
}
