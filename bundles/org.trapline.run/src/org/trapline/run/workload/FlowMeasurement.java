// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.trapline.lang.Quantities;
import org.trapline.model.ClosedLoop;
import org.trapline.model.Stack;
import org.trapline.run.RunMonitor;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.compile.ExitNames;
import org.trapline.run.point.Point;
import org.trapline.sim.bill.Bill.PricedExit;
import org.trapline.sim.bill.Exit;

/** A closed-loop workload, simulated on the event kernel. */
final class FlowMeasurement implements MemoizedSeries.Measurement {

	private final Stack stack;
	private final ClosedLoop flow;
	private final CompiledStacks stacks;
	private final BiFunction<Point, RunMonitor, Replications> replications;

	/** @param replications the replications at a point, and their random numbers */
	FlowMeasurement(Stack stack, ClosedLoop flow, CompiledStacks stacks, BiFunction<Point, RunMonitor, Replications> replications) {
		this.stack = stack;
		this.flow = flow;
		this.stacks = stacks;
		this.replications = replications;
	}

	@Override
	public Measured at(Point point, Point random, Wanted wanted, RunMonitor monitor) {
		CompiledStack compiled = stacks.at(stack, point);
		FlowCompiler compiler = new FlowCompiler(compiled, point);
		org.trapline.sim.flow.Flow simulated = compiler.compile(flow);
		List<BigDecimal> done = new ArrayList<>();
		Optional<Long> request = Optional.ofNullable(flow.getRequest()).map(each -> Quantities.inBase(each).longValueExact());
		Measured measured = replications.apply(random, monitor).measure(simulated, request, wanted.metrics(), done);
		return wanted.exits() ? measured.withExits(exits(compiled, compiler.operations(), done, point)) : measured;
	}

	@Override
	public void tryOut(Point point) {
		new FlowCompiler(stacks.at(stack, point), point).compile(flow);
	}

	/** The mean exits of a request: those of each operation, times the number of operations. */
	private static List<MeasuredExit> exits(CompiledStack compiled, List<FlowCompiler.Done> operations, List<BigDecimal> done, Point point) {
		ExitNames names = compiled.exitNames();
		Map<Exit, MeasuredExit> sum = new LinkedHashMap<>();
		for (int i = 0; i < operations.size(); i++) {
			BigDecimal times = done.get(i);
			for (PricedExit each : compiled.itemizedBill(operations.get(i).level(), operations.get(i).operation()).pricedExits(compiled.prices(point))) {
				MeasuredExit more = new MeasuredExit(each.exit(), names.reason(each.exit().operation()), times.multiply(BigDecimal.valueOf(each.count())),
						times.multiply(BigDecimal.valueOf(each.cycles())));
				sum.merge(each.exit(), more, (one, other) -> new MeasuredExit(one.exit(), one.reason(), one.count().add(other.count()),
						one.cycles().add(other.cycles())));
			}
		}
		return List.copyOf(sum.values());
	}
}
