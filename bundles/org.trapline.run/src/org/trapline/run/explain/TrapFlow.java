// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.trapline.result.Breakdown;
import org.trapline.result.format.Table;
import org.trapline.run.compile.SourcePlace;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * One operation as a sequence over the lanes L0, L1, …, for views of an {@link Explanation}. Not thread-safe: equal parts are found during
 * navigation.
 */
public final class TrapFlow {

	/** Traps are searched down to this depth below a row. */
	private static final int DEEPEST = 1000;

	/**
	 * A detail of a row.
	 *
	 * @param name  its name
	 * @param value in words
	 * @param place its place in the models
	 */
	public record Detail(String name, String value, Optional<SourcePlace> place) {
		public Detail {
			Objects.requireNonNull(name);
			Objects.requireNonNull(value);
			Objects.requireNonNull(place);
		}
	}

	private final Explanation explanation;
	private final TreeShapes shapes = new TreeShapes();
	private final FlowNode root;

	/** The flow of an explanation. */
	public TrapFlow(Explanation explanation) {
		this.explanation = explanation;
		this.root = FlowNode.root(this, explanation.tree());
	}

	TreeShapes shapes() {
		return shapes;
	}

	/** What it shows. */
	public Explanation explanation() {
		return explanation;
	}

	/** {@code hypercall on Nested}. */
	public String title() {
		return explanation.operation() + " on " + explanation.stack();
	}

	/** The lanes, L0 first: {@code L0 KvmNonVhe}. */
	public List<String> lanes() {
		List<String> software = explanation.software();
		return IntStream.range(0, software.size()).mapToObj(level -> "L" + level + " " + software.get(level)).toList();
	}

	/** The whole. */
	public FlowNode root() {
		return root;
	}

	/** The rows that are expanded at first, each with the rows above it: enough to see which levels trap, forward and handle. */
	public List<FlowNode> openAtFirst() {
		List<FlowNode> open = new ArrayList<>();
		open.add(root);
		for (FlowNode operation : root.parts()) {
			if (operation.hasParts() && operation.count() <= 1) {
				open.add(operation);
			}
		}
		return open;
	}

	/**
	 * The path to the next trap after a row in order of time, including the row's parts: the rows to expand, and last the trap
	 * itself; empty when there is none.
	 */
	public List<FlowNode> toNextTrap(FlowNode from) {
		List<FlowNode> inside = firstTrap(from, new ArrayList<>());
		if (!inside.isEmpty()) {
			return inside;
		}
		List<FlowNode> way = wayTo(from);
		for (int i = way.size() - 1; i > 0; i--) {
			List<FlowNode> siblings = way.get(i - 1).parts();
			for (FlowNode sibling : siblings.subList(siblings.indexOf(way.get(i)) + 1, siblings.size())) {
				if (sibling.kind() == FlowNode.Kind.TRAP && sibling.count() == 1) {
					return List.of(sibling);
				}
				List<FlowNode> trap = firstTrap(sibling, new ArrayList<>());
				if (!trap.isEmpty()) {
					return trap;
				}
			}
		}
		return List.of();
	}

	/** The path to the first trap below a row. */
	private static List<FlowNode> firstTrap(FlowNode from, List<FlowNode> way) {
		if (from.traps() == 0 || !from.hasParts() || way.size() > DEEPEST) {
			return List.of();
		}
		way.add(from);
		for (FlowNode part : from.parts()) {
			if (part.kind() == FlowNode.Kind.TRAP && part.count() == 1) {
				way.add(part);
				return way;
			}
			List<FlowNode> below = firstTrap(part, way);
			if (!below.isEmpty()) {
				return below;
			}
		}
		way.remove(way.size() - 1);
		return List.of();
	}

	/** The rows from the root to a row, with both. */
	public List<FlowNode> wayTo(FlowNode row) {
		List<FlowNode> way = new ArrayList<>(List.of(root));
		while (!way.get(way.size() - 1).equals(row)) {
			FlowNode last = way.get(way.size() - 1);
			way.add(last.parts().stream().filter(part -> part.equals(row) || part.contains(row)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException(row + " is not in the flow of " + title())));
		}
		return way;
	}

	// ------------------------------------------------------------------------------------------- details

	/** The details of a row: register, trap rule, step of a program, handler, costs. */
	public List<Detail> details(FlowNode row) {
		List<Detail> details = new ArrayList<>();
		if (row.tree().isEmpty()) {
			details.add(detail("Step", "L" + row.target() + " resumes after the trap"));
			return details;
		}
		TrapTree tree = row.tree().get();
		details.add(new Detail("Software", lanes().get(tree.level()),
				tree.level() < explanation.machine().guestLevel() ? place(explanation.machine().hypervisors().get(tree.level())) : Optional.empty()));
		switch (tree.what()) {
		case What.Performs(Operation operation, Disposition disposition) -> operation(details, row, tree, operation, disposition);
		case What.Runs(TrapTree.Routine routine, var step) -> {
			details.add(new Detail("Step", step.title().isEmpty() ? "(untitled)" : step.title(), place(step)));
			details.add(detail("Routine", routine.name().toLowerCase(Locale.ROOT)));
		}
		case What.Spends(CostTerm cost) -> cost(details, cost, row.count());
		case What.Handles(var reason) -> details.add(new Detail("Handles", "exit for " + reason.label(), place(reason)));
		case What.Forwards(var reason) -> details.add(new Detail("Forwards", "exit for " + reason.label() + " to L" + row.target(), place(reason)));
		case What.Round round -> details.add(detail("Workload", "one iteration of the " + round.label() + " loop, in its steady state"));
		case What.UntilSignal(var signal) -> details.add(new Detail("Signals", signal.operation().label() + " on another vCPU", place(signal.operation())));
		case What.Meanwhile(var signal) -> details.add(new Detail("Meanwhile", signal.operation().label() + " on another vCPU", place(signal.operation())));
		}
		details.add(detail("Traps", number(row.traps())));
		details.add(detail("Cycles", number(row.cycles()) + share(row.cycles())));
		details.add(detail("Start", "after " + number(row.start()) + " cycles"));
		return details;
	}

	private void operation(List<Detail> details, FlowNode row, TrapTree tree, Operation operation, Disposition disposition) {
		if (row.trees().size() > 1 && TreeWords.registers(row.trees()).size() == row.trees().size()) {
			details.add(detail("Registers", String.join(", ", TreeWords.registers(row.trees()))));
		}
		switch (operation) {
		case RegisterAccess access -> details.add(new Detail("Register", access.register().name() + ", "
				+ access.direction().name().toLowerCase(Locale.ROOT), place(access.register())));
		case Instruction instruction -> details.add(new Detail("Operation", instruction.label() + " (" + instruction.mnemonic() + ")", place(instruction)));
		}
		details.add(detail("Disposition", switch (disposition) {
		case Disposition.Native() -> "native, as on bare hardware";
		case Disposition.Deferred(CostTerm cost) -> "a load or store (" + cost.name() + ")";
		case Disposition.Redirect(var target) -> "an access to " + target.name();
		case Disposition.Trap trap -> trap.standIn().map(each -> each + ", ").orElse("") + (tree.trap().isPresent() ? "a trap to L0; L" : "no exit, since the guest waits; L")
				+ tree.handler().orElseThrow() + " handles it";
		}));
		for (TrapRule rule : operation.rules().toList()) {
			details.add(new Detail("Rule", rule(rule, tree.level()),
					operation instanceof RegisterAccess access ? place(access.register()) : place(operation)));
		}
		if (!(disposition instanceof Disposition.Trap)) {
			cost(details, operation.nativeCost(), 1);
		}
	}

	private void cost(List<Detail> details, CostTerm cost, int count) {
		String each = cost.name() + ": " + number(explanation.prices().cycles(cost)) + " cycles, " + Breakdown.word(cost.cause());
		details.add(new Detail("Cost", count > 1 ? each + ", each of " + count : each, place(cost.parameter())));
	}

	/** {@code traps read when TVM (L0 and L1 set it)}. */
	private String rule(TrapRule rule, int level) {
		String direction = rule.directions().size() == Direction.values().length || rule.directions().isEmpty() ? ""
				: " " + rule.directions().iterator().next().name().toLowerCase(Locale.ROOT);
		if (rule.always()) {
			return "traps" + direction + " always";
		}
		return "traps" + direction + " when " + rule.controls().stream().map(Control::name).sorted()
				.map(name -> name + " (" + setBy(name, level) + ")").collect(Collectors.joining(" or ")) + (rule.toHost() ? ", to L0" : "");
	}

	/** The hypervisors below a level that may set a control for the software there. */
	private String setBy(String control, int level) {
		List<String> levels = new ArrayList<>();
		for (int below = 0; below < level; below++) {
			Hypervisor hypervisor = explanation.machine().hypervisors().get(below);
			boolean guestHypervisor = below == level - 1 && level < explanation.machine().guestLevel();
			Set<String> set = hypervisor.configurations().stream().filter(each -> each.hypervisor() == guestHypervisor)
					.flatMap(each -> each.controls().stream()).map(each -> each.control().name()).collect(Collectors.toSet());
			if (set.contains(control)) {
				levels.add("L" + below);
			}
		}
		return levels.isEmpty() ? "nobody sets it" : String.join(" and ", levels) + (levels.size() == 1 ? " sets it" : " set it");
	}

	private Optional<SourcePlace> place(Object engineObject) {
		return explanation.origins().of(engineObject);
	}

	private static Detail detail(String name, String value) {
		return new Detail(name, value, Optional.empty());
	}

	private String share(long cycles) {
		long whole = root.cycles();
		return whole == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * cycles / whole);
	}

	private static String number(long value) {
		return Table.grouped(BigDecimal.valueOf(value));
	}
}
