// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.trapline.ui.TraplineUi;

/** Makes the places of problems in a run's console links into the editor. */
public final class ConsoleLinks implements IPatternMatchListenerDelegate {

	/** {@code FILE:LINE:COLUMN:}, as {@code org.trapline.run.Diagnostic} writes it; the pattern is declared in plugin.xml, too. */
	private static final Pattern PLACE = Pattern.compile("(.+?\\.trapline):(\\d+):(\\d+)");

	private TextConsole console;

	@Override
	public void connect(TextConsole other) {
		console = other;
	}

	@Override
	public void disconnect() {
		console = null;
	}

	@Override
	public void matchFound(PatternMatchEvent event) {
		try {
			String text = console.getDocument().get(event.getOffset(), event.getLength());
			Matcher place = PLACE.matcher(text);
			if (place.find()) {
				Optional<IFile> file = file(place.group(1));
				if (file.isPresent()) {
					console.addHyperlink(new FileLink(file.get(), TraplineUi.EDITOR, -1, -1, Integer.parseInt(place.group(2))),
							event.getOffset() + place.start(), place.end() - place.start());
				}
			}
		} catch (BadLocationException e) {
			// The console dropped its oldest text meanwhile.
		}
	}

	private static Optional<IFile> file(String path) {
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Path.of(path).toUri());
		return files.length == 0 ? Optional.empty() : Optional.of(files[0]);
	}
}
