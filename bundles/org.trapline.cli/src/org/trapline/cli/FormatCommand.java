// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.lang.NotUtf8;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.formatting.Formatting;
import org.trapline.lang.formatting.SyntaxErrorException;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.scoping.Locations;
import org.trapline.lang.versions.Upgrade;
import org.trapline.result.store.WholeFile;
import org.trapline.run.Diagnostic;

import com.google.inject.Injector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline format}: formats files. A file with syntax errors is not changed; the others are formatted all the same. */
@Command(name = "format", mixinStandardHelpOptions = true, description = "Formats files: indentation, spaces, blank lines and columns. Line breaks are kept.",
		footer = { "", "Exit status: 1 with --check when a file would change, 2 for bad use or bad input, 0 otherwise." })
final class FormatCommand implements Callable<Integer> {

	private static final int WOULD_CHANGE = 1;

	private final Supplier<Catalog> catalog;
	private final PrintWriter err;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in the Trapline language, changed in place.")
	private List<Path> files;

	@Option(names = "--check", description = "Change nothing; name the files that would change.")
	private boolean check;

	@Option(names = "--upgrade", description = "Bring the files up to the current version of the language first: renamed words, and the line that names the version.")
	private boolean upgrade;

	FormatCommand(Supplier<Catalog> catalog, PrintWriter err) {
		this.catalog = catalog;
		this.err = err;
	}

	@Override
	public Integer call() {
		Injector language = new TraplineStandaloneSetup(catalog.get()).createInjectorAndDoEMFRegistration();
		int status = TraplineCommand.DONE;
		for (Path file : files) {
			status = Math.max(status, format(file, language));
		}
		return status;
	}

	private int format(Path file, Injector language) {
		try {
			String text = read(file);
			String current = upgrade ? language.getInstance(Upgrade.class).upgraded(text) : text;
			String formatted = language.getInstance(Formatting.class).formatted(current);
			if (formatted.equals(text)) {
				return TraplineCommand.DONE;
			}
			if (check) {
				err.println(file + (upgrade ? ": is not up to date: run 'trapline format --upgrade' on it" : ": is not formatted: run 'trapline format' on it"));
				return WOULD_CHANGE;
			}
			WholeFile.write(file, formatted.getBytes(StandardCharsets.UTF_8));
			return TraplineCommand.DONE;
		} catch (SyntaxErrorException e) {
			err.println(new Diagnostic(file.toString(), e.line(), e.column(), Diagnostic.Severity.ERROR, "syntax", e.getMessage()
					+ "; the file is not changed"));
		} catch (NoSuchFileException e) {
			err.println(file + ": error: there is no such file");
		} catch (IOException e) {
			err.println(file + ": error: " + (e.getMessage() == null || e.getMessage().equals(file.toString()) ? "cannot be read or written" : e.getMessage()));
		}
		return TraplineCommand.BAD_INPUT;
	}

	private static String read(Path file) throws IOException, SyntaxErrorException {
		if (Files.isDirectory(file)) {
			throw new IOException("this is a folder: name a file that ends in " + Imports.FILE_ENDING);
		}
		if (!file.getFileName().toString().endsWith(Imports.FILE_ENDING)) {
			throw new IOException("this is not a Trapline file: its name has to end in " + Imports.FILE_ENDING);
		}
		if (!Locations.isReadable(file)) {
			throw new IOException("this is a device or a pipe: name a file");
		}
		byte[] bytes = Files.readAllBytes(file);
		Optional<NotUtf8> wrong = NotUtf8.in(bytes);
		if (wrong.isPresent()) {
			throw SyntaxErrorException.of(wrong.get());
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}
}
