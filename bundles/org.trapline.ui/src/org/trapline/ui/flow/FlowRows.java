// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;

/**
 * Which rows of a flow are open, and which one is selected. Immutable: to go somewhere is to get another one.
 *
 * @param flow     the rows
 * @param open     those whose parts are shown
 * @param selected the row that is looked at; empty for none
 */
record FlowRows(TrapFlow flow, Set<FlowNode> open, Optional<FlowNode> selected) {

	FlowRows {
		Objects.requireNonNull(flow);
		open = Set.copyOf(open);
		Objects.requireNonNull(selected);
	}

	/** As a flow is shown at first: what traps, is forwarded and handled is open, the operation itself selected. */
	static FlowRows of(TrapFlow flow) {
		return new FlowRows(flow, Set.copyOf(flow.openAtFirst()), Optional.of(flow.root()));
	}

	/** The rows of a flow after an edit: those are open that were open in the flow before it, if it is of the same operation. */
	static FlowRows of(TrapFlow flow, Optional<FlowRows> before) {
		Set<String> paths = before.filter(rows -> rows.flow().title().equals(flow.title())).map(FlowRows::paths).orElse(Set.of());
		if (paths.isEmpty()) {
			return of(flow);
		}
		Set<FlowNode> open = new HashSet<>();
		collect(flow.root(), paths, open);
		return new FlowRows(flow, open, Optional.of(flow.root()));
	}

	private Set<String> paths() {
		return open.stream().map(FlowNode::path).collect(Collectors.toSet());
	}

	private static void collect(FlowNode row, Set<String> paths, Set<FlowNode> into) {
		if (paths.contains(row.path()) && row.hasParts()) {
			into.add(row);
			row.parts().forEach(part -> collect(part, paths, into));
		}
	}

	FlowRows select(Optional<FlowNode> row) {
		return new FlowRows(flow, open, row);
	}

	/** Opens a row that is closed, closes one that is open. */
	FlowRows toggle(FlowNode row) {
		if (!row.hasParts()) {
			return this;
		}
		Set<FlowNode> next = new HashSet<>(open);
		if (!next.remove(row)) {
			next.add(row);
		}
		return new FlowRows(flow, next, selected);
	}

	/** Selects a row, and opens what it lies in. */
	FlowRows reveal(FlowNode row) {
		List<FlowNode> way = flow.wayTo(row);
		return open(way.subList(0, way.size() - 1)).select(Optional.of(row));
	}

	private FlowRows open(List<FlowNode> rows) {
		Set<FlowNode> next = new HashSet<>(open);
		rows.stream().filter(FlowNode::hasParts).forEach(next::add);
		return new FlowRows(flow, next, selected);
	}

	/** Closes all but what is open at first. */
	FlowRows closeAll() {
		return new FlowRows(flow, Set.copyOf(flow.openAtFirst()), selected);
	}

	/** Selects a neighbour among the rows that are shown, which are given from top to bottom. */
	FlowRows move(List<FlowNode> shown, int by) {
		int next = shown.indexOf(selected.orElse(null)) + by;
		return next >= 0 && next < shown.size() ? select(Optional.of(shown.get(next))) : this;
	}

	/** Opens the selected row, and goes to its first part. */
	FlowRows into() {
		return selected.filter(FlowNode::hasParts).map(row -> open(List.of(row)).select(Optional.of(row.parts().get(0)))).orElse(this);
	}

	/** Closes the selected row; from one that is closed, goes to the row that it is a part of. */
	FlowRows out() {
		if (selected.isEmpty()) {
			return this;
		}
		if (open.contains(selected.get())) {
			return toggle(selected.get());
		}
		List<FlowNode> way = flow.wayTo(selected.get());
		return way.size() > 1 ? select(Optional.of(way.get(way.size() - 2))) : this;
	}

	/** Goes to the next trap in the order of time, however deep it is. */
	FlowRows nextTrap() {
		List<FlowNode> way = flow.toNextTrap(selected.orElse(flow.root()));
		return way.isEmpty() ? this : reveal(way.get(way.size() - 1));
	}
}
