// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.lang.Inheritance;
import org.trapline.lang.NearestName;
import org.trapline.model.Cell;
import org.trapline.model.CostTable;
import org.trapline.model.Element;
import org.trapline.model.Experiment;
import org.trapline.model.Platform;
import org.trapline.model.PublishedValue;
import org.trapline.model.ReferencePair;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.result.Metric;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.reproduce.PublishedValues;
import org.trapline.run.workload.Metrics;

/** A study as a fit sees it: the measured cells that it compares with, the machine of their stacks, and names. */
final class FitStudy {

	/** Before the column of a reference, and before a row of that. */
	static final char COLUMN = ':';

	/** A cell with the machine that its stack is on. */
	record Compared(FitCell cell, Platform platform) {
	}

	private final Path file;
	private final TraplineModel model;
	private final Metrics metrics;
	private final List<Compared> compared;

	FitStudy(Path file, TraplineModel model, Metrics metrics) {
		this.file = file;
		this.model = model;
		this.metrics = metrics;
		this.compared = compared();
	}

	/** All elements of a kind, those of the file first. */
	<T extends Element> Stream<T> elements(Class<T> type) {
		return model.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream())
				.filter(TraplineModel.class::isInstance).flatMap(root -> ((TraplineModel) root).getElements().stream()).filter(type::isInstance).map(type::cast);
	}

	/** An element's name, with its namespace where another of its kind has the same. */
	<T extends Element> String name(Class<T> type, T element) {
		return elements(type).filter(other -> other.getName().equals(element.getName())).count() > 1 ? fullName(element) : element.getName();
	}

	static String fullName(Element element) {
		String namespace = ((TraplineModel) element.eContainer()).getNamespace();
		return namespace == null ? element.getName() : namespace + "." + element.getName();
	}

	/** What is wrong with a request, as a problem of the study. */
	InvalidStudyException problem(String message) {
		return new InvalidStudyException(List.of(new Diagnostic(file.toString(), 0, 0, Diagnostic.Severity.ERROR, "fit", message)));
	}

	/** The near name among some, for messages. */
	static String near(String name, List<String> known) {
		return NearestName.of(name, known).map(near -> ": did you mean '" + near + "'?").orElse(known.isEmpty() ? "" : "; there are " + String.join(", ", known));
	}

	// ------------------------------------------------------------------------------------------- cells

	private List<Compared> compared() {
		Map<String, Compared> cells = new LinkedHashMap<>();
		for (Experiment experiment : model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList()) {
			// What was published was measured on one machine, and not where a parameter of it is varied.
			if (experiment.getSweeps().isEmpty()) {
				for (ReferenceUse use : experiment.getReferences()) {
					for (ReferencePair pair : use.getPairs()) {
						for (Cell cell : use.getReference().getCells()) {
							if (cell.getConfiguration() == pair.getConfiguration() && experiment.getWorkloads().contains(cell.getWorkload())) {
								add(experiment, use, pair, cell, cells);
							}
						}
					}
				}
			}
		}
		return List.copyOf(cells.values());
	}

	private void add(Experiment experiment, ReferenceUse use, ReferencePair pair, Cell cell, Map<String, Compared> cells) {
		for (PublishedValue value : cell.getValues()) {
			Metric metric = metrics.of(value.getMetric());
			if (!isCounted(metric)) {
				FitCell found = new FitCell(experiment.getName(), name(org.trapline.model.Reference.class, use.getReference()), name(org.trapline.model.Workload.class, cell.getWorkload()),
						pair.getConfiguration().getName(), metric.id(), metric.unit(), pair.getStack().getName(), PublishedValues.inUnitOfMetric(value, metrics));
				cells.putIfAbsent(found.text() + " on " + found.stack(), new Compared(found, Inheritance.platform(pair.getStack()).orElseThrow()));
			}
		}
	}

	/** Cycles are counted, too, but depend on costs. */
	private static boolean isCounted(Metric metric) {
		return metric.count() && !metric.equals(Metric.CYCLES) || metric.equals(Metric.EXITS);
	}

	/** The cells that a request names, in the order of the study. */
	List<Compared> cells(List<String> references) throws InvalidStudyException {
		if (references.isEmpty()) {
			throw problem("nothing to fit to: name a reference that the study compares with" + (references().isEmpty() ? "" : ", " + String.join(", ", references())));
		}
		for (String each : references) {
			if (compared.stream().noneMatch(cell -> names(each, cell.cell()))) {
				throw unknown(each);
			}
		}
		List<Compared> cells = compared.stream().filter(cell -> references.stream().anyMatch(each -> names(each, cell.cell()))).toList();
		for (Compared each : cells) {
			if (each.cell().measured().signum() == 0) {
				throw problem(each.cell().text() + " is 0, and a relative error of that is none: name the columns to fit to as REFERENCE:CONFIGURATION, without this one");
			}
		}
		return cells;
	}

	/** Cells of the references that a request names, that it does not ask to be fitted: they are predicted. */
	List<Compared> others(List<String> references, List<Compared> cells) {
		Set<String> named = references.stream().map(FitStudy::reference).collect(Collectors.toSet());
		return compared.stream().filter(cell -> named.contains(cell.cell().reference()) && !cells.contains(cell) && cell.cell().measured().signum() != 0).toList();
	}

	private static boolean names(String wanted, FitCell cell) {
		String column = cell.reference() + COLUMN + cell.configuration();
		return wanted.equals(cell.reference()) || wanted.equals(column) || wanted.equals(column + COLUMN + cell.workload());
	}

	private static String reference(String wanted) {
		int column = wanted.indexOf(COLUMN);
		return column < 0 ? wanted : wanted.substring(0, column);
	}

	private Set<String> references() {
		return compared.stream().map(each -> each.cell().reference()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private InvalidStudyException unknown(String wanted) {
		String reference = reference(wanted);
		if (references().contains(reference)) {
			String[] parts = wanted.split(String.valueOf(COLUMN), 3);
			List<String> rows = parts.length < 3 ? List.of()
					: compared.stream().map(FitStudy.Compared::cell).filter(each -> names(parts[0] + COLUMN + parts[1], each)).map(FitCell::workload).distinct().toList();
			if (!rows.isEmpty()) {
				return problem("no experiment compares workload '" + parts[2] + "' with the configuration '" + parts[1] + "' of '" + reference + "'" + near(parts[2], rows));
			}
			List<String> columns = compared.stream().filter(each -> each.cell().reference().equals(reference)).map(each -> each.cell().configuration()).distinct().toList();
			return problem("no experiment compares a stack with the configuration '" + parts[1] + "' of '" + reference + "'" + near(parts[1], columns));
		}
		if (elements(org.trapline.model.Reference.class).anyMatch(each -> reference.equals(each.getName()) || reference.equals(fullName(each)))) {
			return problem("reference '" + reference + "' has no cells for this study, of what costs matter to: add 'reference " + reference
					+ " { STACK = CONFIGURATION }' to an experiment that measures its workloads");
		}
		return problem("there is no reference '" + reference + "' in the file or its imports"
				+ near(reference, elements(org.trapline.model.Reference.class).map(Element::getName).distinct().toList()));
	}

	/** The machine of some cells: their costs have to be those of one table. */
	Platform machine(List<Compared> cells) throws InvalidStudyException {
		List<Platform> platforms = cells.stream().map(Compared::platform).distinct().toList();
		List<CostTable> tables = platforms.stream().map(Platform::getCosts).distinct().toList();
		if (tables.size() > 1) {
			throw problem("a fit is of one machine, and the cells are of stacks on " + platforms.stream().map(Element::getName).collect(Collectors.joining(", "))
					+ ", whose costs differ: name columns of one machine, as REFERENCE:CONFIGURATION");
		}
		return platforms.getFirst();
	}

	/** The platform of a name. */
	Platform platform(String name) throws InvalidStudyException {
		return elements(Platform.class).filter(each -> name.equals(each.getName()) || name.equals(fullName(each))).findFirst()
				.orElseThrow(() -> problem("there is no platform '" + name + "' in the file or its imports" + near(name, elements(Platform.class).map(Element::getName).toList())));
	}

	/** The platform of a stack. */
	Platform platformOf(String stack) {
		return elements(Stack.class).filter(each -> each.getName().equals(stack)).findFirst().flatMap(Inheritance::platform).orElseThrow();
	}
}
