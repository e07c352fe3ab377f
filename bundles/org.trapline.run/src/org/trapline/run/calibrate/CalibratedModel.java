// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.trapline.lang.Quantities;
import org.trapline.model.CellReference;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Element;
import org.trapline.model.OperationDemand;
import org.trapline.model.Stage;
import org.trapline.model.TransferDemand;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.run.workload.WorkloadRunners;

/** Reads the cost parameters of a model, from its elements and the comments before them. */
final class CalibratedModel {

	/** The beginning of a line of a comment with an earlier value of the parameter. */
	private static final String HISTORY = "history:";

	private final String origin;
	private final TraplineModel model;
	private final Function<EObject, Optional<String>> comments;
	private final Impacts impacts;

	CalibratedModel(String origin, TraplineModel model, Function<EObject, Optional<String>> comments, Impacts impacts) {
		this.origin = origin;
		this.model = model;
		this.comments = comments;
		this.impacts = impacts;
	}

	/** Whether a value is that of a cost parameter. */
	static boolean isOfCost(CostValue value) {
		return value.eContainer() instanceof Cost || value.eContainer() instanceof CostSetting;
	}

	/** The parameter that has a value. */
	static Cost cost(CostValue value) {
		return value.eContainer() instanceof CostSetting setting ? setting.getCost() : (Cost) value.eContainer();
	}

	/** The default values of costs, if there are any, then each cost table and each flow. */
	List<CalibratedTable> tables() {
		List<CalibratedTable> tables = new ArrayList<>();
		List<CalibratedCost> defaults = new ArrayList<>();
		for (Element element : model.getElements()) {
			if (element instanceof Cost cost && cost.getDefault() != null) {
				defaults.add(calibrated(cost.getDefault(), Optional.empty()));
			} else if (element instanceof CostTable table) {
				tables.add(new CalibratedTable(CalibratedTable.Kind.COSTS, table.getName(), origin, table.getSettings().stream()
						.map(setting -> calibrated(setting.getValue(), comments.apply(setting))).toList()));
			} else if (element instanceof Workload workload) {
				List<CostValue> numbers = WorkloadRunners.of(workload).numbers(workload);
				if (!numbers.isEmpty()) {
					tables.add(new CalibratedTable(CalibratedTable.Kind.FLOW, workload.getName(), origin, numbers.stream().map(this::demanded).toList()));
				}
			}
		}
		if (!defaults.isEmpty()) {
			tables.add(0, new CalibratedTable(CalibratedTable.Kind.DEFAULTS, "", origin, defaults));
		}
		return tables;
	}

	/** Lines of comments that begin with {@code history:} are the history, wherever they are; the others describe the element that they precede. */
	private CalibratedCost calibrated(CostValue value, Optional<String> comment) {
		Cost cost = cost(value);
		List<String> history = new ArrayList<>();
		Optional<String> description = withoutHistory(comments.apply(cost), comment.isEmpty() ? history : new ArrayList<>());
		Optional<String> remark = withoutHistory(comment, history);
		List<String> rationale = new ArrayList<>();
		Optional.ofNullable(value.getSource()).ifPresent(rationale::add);
		remark.ifPresent(rationale::add);
		return new CalibratedCost(cost.getName(), description, value.getAmount(), interval(value), value.getUnit().getLiteral(), value.getStatus().getLiteral(), rationale,
				value.getFits().stream().map(CalibratedModel::text).toList(), impacts.of(value), history);
	}

	/** The demands of a request of a flow. */
	private CalibratedCost demanded(CostValue value) {
		Stage stage = (Stage) value.eContainer().eContainer();
		String what = switch (value.eContainer()) {
		case OperationDemand demand -> demand.getOperation().getName();
		case TransferDemand demand -> "send";
		default -> "time";
		};
		List<String> history = new ArrayList<>();
		Optional<String> description = withoutHistory(comments.apply(value.eContainer()), history);
		return new CalibratedCost(stage.getPlace().getLiteral() + ": " + what, description.or(() -> described(value)), value.getAmount(), interval(value),
				value.getUnit().getLiteral(), value.getStatus().getLiteral(), Optional.ofNullable(value.getSource()).stream().toList(),
				value.getFits().stream().map(CalibratedModel::text).toList(), Optional.empty(), history);
	}

	private static Optional<String> interval(CostValue value) {
		return Quantities.interval(value).map(Quantities.Interval::toString);
	}

	private static Optional<String> described(CostValue value) {
		return Optional.of(switch (value.eContainer()) {
		case OperationDemand demand -> "How often the operation is done for a request.";
		case TransferDemand demand -> "The bandwidth of the link.";
		default -> "Time of a request, besides its operations.";
		});
	}

	private static Optional<String> withoutHistory(Optional<String> comment, List<String> history) {
		List<String> text = new ArrayList<>();
		for (String line : comment.stream().flatMap(String::lines).map(String::strip).filter(line -> !line.isEmpty()).toList()) {
			if (line.startsWith(HISTORY)) {
				history.add(line.substring(HISTORY.length()).strip());
			} else {
				text.add(line);
			}
		}
		return text.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", text));
	}

	private static String text(CellReference cell) {
		return cell.getReference().getName() + "(" + cell.getWorkload().getName() + ", " + cell.getConfiguration().getName() + ", "
				+ cell.getMetric() + ")";
	}
}
