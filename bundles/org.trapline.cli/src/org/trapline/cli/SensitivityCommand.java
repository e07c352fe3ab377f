// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.sensitivity.Sensitivity;
import org.trapline.run.sensitivity.SensitivityFormat;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline sensitivity}: what the values of a study depend on. */
@Command(name = "sensitivity", mixinStandardHelpOptions = true,
		description = "Tells what the values of a study depend on: exact derivatives, what each cost's interval makes of them (tornado), and Sobol indices.",
		footer = { "", "A cost without an interval is taken 10 % either way. Exit status: 2 for bad use or bad input, 0 otherwise." })
final class SensitivityCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	@Parameters(paramLabel = "STUDY", description = "A file in the Trapline language.")
	private Path file;

	@Option(names = "--experiment", paramLabel = "NAME", description = "Only this experiment; may be given several times.")
	private List<String> experiments = List.of();

	@Option(names = "--stack", paramLabel = "NAME", description = "Only this stack; may be given several times.")
	private List<String> stacks = List.of();

	@Option(names = "--sobol", description = "Also first-order and total Sobol indices, by Saltelli's sampling. Flows take (costs + 2) x N simulations each.")
	private boolean sobol;

	@Option(names = "--samples", paramLabel = "N", description = "Samples of each of Saltelli's two matrices, best a power of 2. Default: 64 for flows, 1024 for operations.")
	private Long samples;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private SensitivityFormat format;

	SensitivityCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		Sensitivity.Options options = new Sensitivity.Options(experiments, stacks, sobol || samples != null, samples == null ? OptionalLong.empty() : OptionalLong.of(samples));
		format.write(new Sensitivity(new Studies(catalog.get())).of(file, options), new CheckedOutput(out));
		return TraplineCommand.DONE;
	}
}
