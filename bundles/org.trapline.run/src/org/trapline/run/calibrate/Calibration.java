// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.trapline.model.TraplineModel;
import org.trapline.run.Diagnostic;
import org.trapline.run.Examples;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.ShippedFiles;
import org.trapline.run.Studies;

/** Finds the value, source and impact of every cost parameter. */
public final class Calibration {

	private final Studies studies;

	public Calibration(Studies studies) {
		this.studies = studies;
	}

	/**
	 * The tables of the installed libraries; impacts are computed for the shipped reproductions.
	 *
	 * @throws InvalidStudyException when a shipped study has errors
	 * @throws IOException           when a shipped study cannot be read
	 */
	public List<CalibratedTable> installed() throws InvalidStudyException, IOException {
		Impacts impacts = new Impacts(studies.catalog());
		for (Examples.Example example : Examples.shipped()) {
			try (ShippedFiles unpacked = new ShippedFiles(example)) {
				for (Path file : unpacked.files()) {
					if (Studies.isStudy(file)) {
						add(file, impacts);
					}
				}
			}
		}
		List<CalibratedTable> tables = new ArrayList<>();
		for (Map.Entry<String, TraplineModel> library : studies.libraries().entrySet()) {
			tables.addAll(new CalibratedModel(library.getKey(), library.getValue(), studies::comment, impacts).tables());
		}
		return tables;
	}

	/**
	 * The tables of some files; impacts are computed for those of their experiments that are compared with published values.
	 *
	 * @return at least one table
	 * @throws InvalidStudyException when a file has errors, or none has a cost with a value
	 * @throws IOException           when a file cannot be read; the message names it and the reason
	 */
	public List<CalibratedTable> of(List<Path> files) throws InvalidStudyException, IOException {
		Impacts impacts = new Impacts(studies.catalog());
		for (Path file : files) {
			// A study that cannot run gets its message from the run.
			studies.reproduce(file);
			add(file, impacts);
		}
		List<CalibratedTable> tables = new ArrayList<>();
		for (Path file : files) {
			// Loaded anew: finding impacts changed the values.
			tables.addAll(new CalibratedModel(file.getFileName().toString(), studies.valid(file), studies::comment, impacts).tables());
		}
		if (tables.isEmpty()) {
			throw new InvalidStudyException(files.stream().map(file -> new Diagnostic(file.toString(), 0, 0, Diagnostic.Severity.ERROR,
					"calibration", "no cost table and no cost with a default value: there is nothing to print")).toList());
		}
		return tables;
	}

	private void add(Path file, Impacts impacts) throws InvalidStudyException, IOException {
		try {
			impacts.add(Studies.name(file), studies.valid(file));
		} catch (ArithmeticException e) {
			throw new InvalidStudyException(List.of(new Diagnostic(file.toString(), 0, 0, Diagnostic.Severity.ERROR, "calibration",
					"a cost or a sum of cycles exceeds 2^63 - 1 when a cost is increased: give smaller costs, or take fewer levels")));
		}
	}
}
