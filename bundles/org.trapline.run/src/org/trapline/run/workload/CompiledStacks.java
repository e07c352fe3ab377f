// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.trapline.catalog.Catalog;
import org.trapline.model.Stack;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;

/** Stacks, each compiled once for each structure that points give it. Thread-safe. */
public final class CompiledStacks {

	private record Structure(Stack stack, Object structure) {
	}

	private final Catalog catalog;
	private final Map<Structure, CompiledStack> compiled = new ConcurrentHashMap<>();

	public CompiledStacks(Catalog catalog) {
		this.catalog = catalog;
	}

	/** A stack with the structure that a point gives it. */
	public CompiledStack at(Stack stack, Point point) {
		return compiled.computeIfAbsent(new Structure(stack, CompiledStack.structure(stack, point)), each -> new CompiledStack(catalog, stack, point));
	}
}
