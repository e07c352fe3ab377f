// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.picture.Picture;
import org.trapline.ui.TraplineUi;

/** Exports a picture to a file that the user chooses. */
public final class PictureFile {

	private PictureFile() {
	}

	/** Asks for the file's name and kind, then writes it; nothing happens when the user cancels. */
	public static void ask(Shell shell, Picture<?> picture, String name) {
		ChartFormat[] formats = ChartFormat.values();
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText("Export Picture");
		dialog.setFilterNames(Stream.of(formats).map(format -> "%s (*.%s)".formatted(format.name(), format.extension())).toArray(String[]::new));
		dialog.setFilterExtensions(Stream.of(formats).map(format -> "*." + format.extension()).toArray(String[]::new));
		dialog.setFileName(name.replaceAll("[^A-Za-z0-9._-]+", "-") + "." + formats[0].extension());
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null) {
			return;
		}
		// The name decides; one without a known ending gets that of the chosen kind.
		Optional<ChartFormat> named = ChartFormat.ofFileName(chosen);
		ChartFormat format = named.orElse(formats[Math.max(0, dialog.getFilterIndex())]);
		write(shell, picture, format, Path.of(named.isPresent() ? chosen : chosen + "." + format.extension()));
	}

	/** Writes a picture off the UI thread, with the busy cursor meanwhile; when that fails a dialog says why. */
	public static void write(Shell shell, Picture<?> picture, ChartFormat format, Path file) {
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
				try {
					ChartExport.write(picture, format, file);
				} catch (IOException e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InvocationTargetException e) {
			MessageDialog.openError(shell, "Export Picture", reason(e.getCause()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static String reason(Throwable failure) {
		if (failure instanceof IOException) {
			return "The picture was not exported: " + failure.getMessage();
		}
		// A defect of Trapline: the log keeps where.
		TraplineUi.log(Status.error("Exporting a picture failed", failure));
		return "The picture was not exported: Trapline failed (%s). Details are in the error log.".formatted(failure);
	}
}
