// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;

/** The rows of cells that an earlier run has finished. */
public final class KnownCells {

	/** No cell is. */
	public static final KnownCells NONE = new KnownCells(List.of());

	private record Key(String study, String experiment, String stack, String workload, List<ParameterValue> parameters) {
		static Key of(ResultRow row) {
			return new Key(row.study(), row.experiment(), row.stack(), row.workload(), row.parameters());
		}
	}

	private final Map<Key, List<ResultRow>> cells = new HashMap<>();

	/** @param rows all rows of each cell */
	public KnownCells(List<ResultRow> rows) {
		rows.forEach(row -> cells.computeIfAbsent(Key.of(row), each -> new ArrayList<>()).add(row));
	}

	/** Whether two rows are of the same cell. */
	public static boolean sameCell(ResultRow one, ResultRow other) {
		return Key.of(one).equals(Key.of(other));
	}

	/** How many cells are known. */
	public int size() {
		return cells.size();
	}

	/** The rows of a cell; empty where it is not known. */
	Optional<List<ResultRow>> rows(String study, String experiment, String stack, String workload, List<ParameterValue> parameters) {
		return cells.isEmpty() ? Optional.empty() : Optional.ofNullable(cells.get(new Key(study, experiment, stack, workload, parameters)));
	}
}
