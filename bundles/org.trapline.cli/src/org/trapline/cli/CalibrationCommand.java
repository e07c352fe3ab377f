// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.calibrate.Calibration;
import org.trapline.run.calibrate.CalibrationPage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trapline calibration}: prints every cost parameter with value, source and impact. */
@Command(name = "calibration", mixinStandardHelpOptions = true,
		description = "Prints every cost parameter with value, source, impact and history, as a page in Markdown.")
final class CalibrationCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	@Parameters(arity = "0..*", paramLabel = "FILE",
			description = "Files with cost tables; impacts are computed for the reproductions in them. Default: the installed libraries and the "
					+ "shipped studies.")
	private List<Path> files = List.of();

	CalibrationCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		Calibration calibration = new Calibration(new Studies(catalog.get()));
		CalibrationPage.write(files.isEmpty() ? calibration.installed() : calibration.of(files), out);
		return TraplineCommand.DONE;
	}
}
