// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.stack.StackPicture;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.picture.StackDiagram;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline draw}: draws the diagram of a stack. */
@Command(name = "draw", mixinStandardHelpOptions = true,
		description = "Draws a stack: the machine, the levels on it, and the path of each operation through them.")
final class DrawCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "A file in the Trapline language that defines or imports the stack.")
	private Path file;

	@Option(names = "--stack", paramLabel = "S", required = true, description = "The stack's name.")
	private String stack;

	@Option(names = "--operation", paramLabel = "OP", description = "Draw the path of this workload; may be given several times. Default: at most "
			+ StackDiagram.AT_ONCE
			+ ", of the workloads that the file's experiments run on the stack and of those to and from its devices.")
	private List<String> operations = List.of();

	@Option(names = "--cores", paramLabel = "N", description = "Draw this many cores one by one; the others without pinned vCPUs are drawn as one. "
			+ "Default: ${DEFAULT-VALUE}.")
	private int cores = StackPicture.CORES;

	@Option(names = "--out", paramLabel = "FILE", required = true, description = "Write to this file: its name ends in .png, .svg or .pdf.")
	private Path target;

	DrawCommand(Supplier<Catalog> catalog, PrintWriter err) {
		this.catalog = catalog;
		this.err = err;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		if (cores < 0) {
			throw new ParameterException(spec.commandLine(), "Invalid value for option '--cores': give a number of cores, not " + cores);
		}
		ChartFormat format = ChartFormat.ofFileName(target.toString())
				.orElseThrow(() -> new ParameterException(spec.commandLine(), "Invalid value for option '--out': a picture's name has to end in "
						+ ".png, .svg or .pdf, not as " + target.getFileName()));
		StackDiagram diagram = new Studies(catalog.get()).diagram(file, stack);
		List<String> known = diagram.routes().stream().map(StackDiagram.Route::workload).toList();
		for (String operation : operations) {
			if (!known.contains(operation)) {
				throw new ParameterException(spec.commandLine(), "Invalid value for option '--operation': there is no workload '" + operation
						+ "' on stack " + stack
						+ (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
			}
		}
		ChartExport.write(new StackPicture(diagram.withRoutes(operations.isEmpty() ? diagram.usual() : operations), cores), format, target);
		err.println("wrote " + target);
		return TraplineCommand.DONE;
	}
}
