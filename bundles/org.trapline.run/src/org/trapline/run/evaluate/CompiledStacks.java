// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.trapline.catalog.Catalog;
import org.trapline.model.Stack;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;

/** The stacks of an experiment, each compiled once for each structure that its points give it. Thread-safe. */
final class CompiledStacks {

	private record Structure(Stack stack, Object structure) {
	}

	private final Catalog catalog;
	private final PointSet points;
	private final Map<Structure, CompiledStack> compiled = new ConcurrentHashMap<>();

	CompiledStacks(Catalog catalog, PointSet points) {
		this.catalog = catalog;
		this.points = points;
	}

	/** A stack with the structure that a point gives it. */
	CompiledStack at(Stack stack, int point) {
		// Where costs alone are varied there is one structure.
		Point there = points.variesStructure() ? points.point(point) : Point.NONE;
		return compiled.computeIfAbsent(new Structure(stack, CompiledStack.structure(stack, there)), each -> new CompiledStack(catalog, stack, there));
	}
}
