// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartExport;
import org.trapline.chart.ChartFormat;
import org.trapline.chart.ChartTheme;
import org.trapline.chart.Charts;

/** Exports a chart to a file that the user chooses. */
final class ChartFile {

	private ChartFile() {
	}

	static void export(Shell shell, ChartData data) {
		ChartFormat[] formats = ChartFormat.values();
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText("Export Chart");
		dialog.setFilterNames(Stream.of(formats).map(format -> "%s (*.%s)".formatted(format.name(), format.extension()))
				.toArray(String[]::new));
		dialog.setFilterExtensions(Stream.of(formats).map(format -> "*." + format.extension()).toArray(String[]::new));
		dialog.setFileName("%s-%s-%s.%s".formatted(data.study(), data.experiment(), data.metric().id(),
				formats[0].extension()));
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null) {
			return;
		}
		// The name decides; one without a known ending gets that of the chosen kind.
		Optional<ChartFormat> named = ChartFormat.ofFileName(chosen);
		ChartFormat format = named.orElse(formats[Math.max(0, dialog.getFilterIndex())]);
		Path file = Path.of(named.isPresent() ? chosen : chosen + "." + format.extension());
		write(shell, data, format, file);
	}

	private static void write(Shell shell, ChartData data, ChartFormat format, Path file) {
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
				try {
					ChartExport.write(Charts.create(data, ChartTheme.LIGHT), format, file);
				} catch (IOException e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InvocationTargetException e) {
			MessageDialog.openError(shell, "Export Chart", "The chart was not exported: " + e.getCause().getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
