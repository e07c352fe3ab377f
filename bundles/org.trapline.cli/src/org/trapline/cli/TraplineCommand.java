// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands of {@code trapline} that need the engine. Exit status 0: done; 2: bad use or bad input. */
@Command(name = "trapline", mixinStandardHelpOptions = true, version = "Trapline 0.1.0",
		description = "Simulates nested virtualization, trap by trap.", footer = { "",
				"The start script adds: ide (the workbench) and test (everything CI runs)." })
public final class TraplineCommand implements Callable<Integer> {

	static final int DONE = 0;
	static final int BAD_INPUT = 2;

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	/**
	 * @param catalog supplies the catalog of what is installed; called on first use
	 * @param out     for results
	 * @param err     for problems
	 */
	public TraplineCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	/** Runs a command line and returns its exit status. Never throws: an error becomes a message. */
	public int execute(String... arguments) {
		return commandLine().setOut(out).setErr(err)
				.setCaseInsensitiveEnumValuesAllowed(true)
				.setExecutionExceptionHandler((problem, commandLine, parsed) -> {
					explain(problem);
					return BAD_INPUT;
				}).execute(arguments);
	}

	private CommandLine commandLine() {
		return new CommandLine(this).addSubcommand(new RunCommand(catalog, out, err))
				.addSubcommand(new ExportCommand(out, err)).addSubcommand(new DrawCommand(catalog, err)).addSubcommand(new ListCommand(catalog, out)).addSubcommand(new ExplainCommand(catalog, out))
				.addSubcommand(new ValidateCommand(catalog, out, err)).addSubcommand(new CalibrationCommand(catalog, out)).addSubcommand(new FitCommand(catalog, out, err))
				.addSubcommand(new TraceCommand(catalog, out, err)).addSubcommand(new CompareCommand(catalog, out, err))
				.addSubcommand(new SensitivityCommand(catalog, out))
				.addSubcommand(new ServeCommand(catalog)).addSubcommand(new MergeCommand(catalog, out))
				.addSubcommand(new FormatCommand(catalog, err)).addSubcommand(new ConvertCommand(catalog, err)).addSubcommand(new LanguageCommand(catalog, out)).addSubcommand(new LspCommand(catalog, err));
	}

	/** The usage of each command by its name, in the order of the overview: the text that {@code --help} prints. */
	public static Map<String, String> usages() {
		PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
		CommandLine commands = new TraplineCommand(() -> {
			throw new IllegalStateException("usage asks for nothing that is installed");
		}, nowhere, nowhere).commandLine();
		Map<String, String> usages = new LinkedHashMap<>();
		commands.getSubcommands().forEach((name, command) -> usages.put(name, command.getUsageMessage(CommandLine.Help.Ansi.OFF).strip()));
		return usages;
	}

	/** Without a command: prints the usage. */
	@Override
	public Integer call() {
		throw new ParameterException(spec.commandLine(), "a command is missing");
	}

	@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks files and reports errors and warnings, without running them.")
	int check(@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files in the Trapline language.") List<Path> files)
			throws IOException {
		Studies studies = new Studies(catalog.get());
		int status = DONE;
		for (Path file : files) {
			for (Diagnostic diagnostic : studies.check(file)) {
				err.println(diagnostic);
				if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
					status = BAD_INPUT;
				}
			}
		}
		return status;
	}

	private void explain(Exception problem) {
		switch (problem) {
		case InvalidStudyException invalid -> invalid.diagnostics().forEach(err::println);
		case CheckedOutput.ClosedException closed -> {
			// There is nobody to tell.
		}
		case NoSuchFileException missing -> err.println(missing.getFile() + ": error: there is no such file");
		case IOException io -> err.println("trapline: error: " + io.getMessage());
		case CatalogException broken -> err.println("trapline: error: " + broken.getMessage());
		default -> {
			err.println("trapline: internal error: " + problem + " (please report it, with the details that TRAPLINE_DEBUG=1 prints)");
			if (System.getenv("TRAPLINE_DEBUG") != null) {
				problem.printStackTrace(err);
			}
		}
		}
	}
}
