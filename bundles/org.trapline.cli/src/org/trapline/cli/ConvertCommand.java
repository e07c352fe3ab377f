// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.eclipse.emf.common.util.URI;
import org.trapline.catalog.Catalog;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.xmi.ConversionException;
import org.trapline.lang.xmi.ModelConversion;
import org.trapline.result.store.WholeFile;
import org.trapline.run.Diagnostic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline convert}: converts a text to XMI, for tools that read EMF models, and back. The target is written completely or not at all. */
@Command(name = "convert", mixinStandardHelpOptions = true, description = "Writes a model as XMI, for tools that read EMF models, or XMI as text again.",
		footer = { "", "Exit status: 2 for bad use or bad input, 0 otherwise." })
final class ConvertCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "1", paramLabel = "FILE", description = "A text (.trapline) or a model (.xmi).")
	private Path file;

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "The model (.xmi) or the text (.trapline) to write. Relative imports have to be valid from its folder, too.")
	private Path out;

	ConvertCommand(Supplier<Catalog> catalog, PrintWriter err) {
		this.catalog = catalog;
		this.err = err;
	}

	@Override
	public Integer call() throws IOException {
		boolean toXmi = isOne(file, Imports.FILE_ENDING) && isOne(out, ModelConversion.FILE_ENDING);
		if (!toXmi && !(isOne(file, ModelConversion.FILE_ENDING) && isOne(out, Imports.FILE_ENDING))) {
			throw new ParameterException(spec.commandLine(), "one of the two files has to end in %s, the other in %s, not as %s and %s".formatted(Imports.FILE_ENDING,
					ModelConversion.FILE_ENDING, file.getFileName(), out.getFileName()));
		}
		if (!Files.isRegularFile(file)) {
			throw new NoSuchFileException(file.toString());
		}
		ModelConversion conversion = new TraplineStandaloneSetup(catalog.get()).createInjectorAndDoEMFRegistration().getInstance(ModelConversion.class);
		try {
			String converted = toXmi ? conversion.toXmi(uri(file), uri(out)) : conversion.toText(uri(file), uri(out));
			WholeFile.write(out, converted.getBytes(StandardCharsets.UTF_8));
			return TraplineCommand.DONE;
		} catch (ConversionException e) {
			e.problems().forEach(problem -> err.println(problem.line() == 0 ? file + ": error: " + problem.message()
					: new Diagnostic(file.toString(), problem.line(), problem.column(), Diagnostic.Severity.ERROR, problem.code(), problem.message()).toString()));
		}
		return TraplineCommand.BAD_INPUT;
	}

	private static boolean isOne(Path file, String ending) {
		return String.valueOf(file.getFileName()).endsWith(ending);
	}

	private static URI uri(Path file) {
		return URI.createFileURI(file.toAbsolutePath().normalize().toString());
	}
}
