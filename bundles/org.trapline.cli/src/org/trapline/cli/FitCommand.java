// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.result.store.WholeFile;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.fit.FitFormat;
import org.trapline.run.fit.FitRequest;
import org.trapline.run.fit.Fitter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline fit}: fits costs to measured cells. Exit status 1: the fit does not converge. */
@Command(name = "fit", mixinStandardHelpOptions = true,
		description = "Fits costs to measured values that a study compares with, and tells how sure they are and how well they predict.",
		footer = { "", "Exit status: 1 when the fit does not converge, 2 for bad use or bad input, 0 otherwise." })
final class FitCommand implements Callable<Integer> {

	private static final int NOT_CONVERGED = 1;

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;
	private final PrintWriter err;

	@Parameters(paramLabel = "STUDY", description = "A file in the Trapline language whose experiments compare with references.")
	private Path file;

	@Option(names = "--to", required = true, arity = "1..*", split = ",", paramLabel = "REFERENCE",
			description = "Fit to the cells of this reference; REFERENCE:CONFIGURATION for one column, REFERENCE:CONFIGURATION:WORKLOAD for one cell. Cells of the others are predicted.")
	private List<String> references = List.of();

	@Option(names = "--vary", arity = "1..*", split = ",", paramLabel = "COST",
			description = "The costs to fit, each as NAME or NAME=LOW..HIGH; at least 0 where no bounds are given. With --scale also the factors transition, access and kernel.")
	private List<String> vary = List.of();

	@Option(names = "--scale", paramLabel = "PLATFORM",
			description = "Start from the costs of this platform and fit factors of them: of transitions, of accesses to registers and memory, and of the kernel's paths.")
	private String scale;

	@Option(names = "--error", paramLabel = "PERCENT",
			description = "The error of measurement, in percent of each value: intervals follow from it. Default: they follow from what the fit leaves over.")
	private BigDecimal error;

	@Option(names = "--steps", paramLabel = "N", description = "Give up after this many steps, with the best values so far. Default: 60.")
	private Integer steps;

	@Option(names = "--out", paramLabel = "FILE", description = "Also write a cost table with the fitted values, and a platform that uses it, to this file.")
	private Path target;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private FitFormat format;

	FitCommand(Supplier<Catalog> catalog, PrintWriter out, PrintWriter err) {
		this.catalog = catalog;
		this.out = out;
		this.err = err;
	}

	private FitRequest request() {
		return new FitRequest(references, vary, Optional.ofNullable(scale), Optional.ofNullable(error), steps == null ? OptionalInt.empty() : OptionalInt.of(steps));
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		Fitter.Fit fit = new Fitter(new Studies(catalog.get())).fit(file, request());
		String table = target == null ? "" : fit.table().text(target, LocalDate.now());
		format.write(fit.result(), new CheckedOutput(out));
		if (!fit.result().converged()) {
			err.println(file + ": the fit does not converge: these are the best values that were found. Give bounds, vary fewer costs, or fit to more cells.");
		}
		if (target != null) {
			WholeFile.write(target, table.getBytes(StandardCharsets.UTF_8));
			err.println("wrote " + target);
		}
		return fit.result().converged() ? TraplineCommand.DONE : NOT_CONVERGED;
	}
}
