// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.CostValue;
import org.trapline.model.Operation;
import org.trapline.model.OperationDemand;
import org.trapline.model.Place;
import org.trapline.model.Spread;
import org.trapline.model.TimeDemand;
import org.trapline.model.TransferDemand;
import org.trapline.model.Unit;
import org.trapline.model.WaitKind;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.sim.SimulationException;
import org.trapline.sim.event.Time;
import org.trapline.sim.flow.Flow;
import org.trapline.sim.flow.Flow.Demand;
import org.trapline.sim.flow.Flow.Stage;
import org.trapline.sim.isa.Control;
import org.trapline.sim.random.Distribution;

/** Turns a flow of a validated model into what the engine runs on one stack: operations become what the trap machine says of them. */
final class FlowCompiler {

	private static final int PICO = 12;

	private final CompiledStack compiled;
	private final Point point;
	private final Time.Clock clock;
	private final List<Done> operations = new ArrayList<>();

	/** @param point the values of parameters */
	public FlowCompiler(CompiledStack compiled, Point point) {
		this.compiled = compiled;
		this.point = point;
		this.clock = new Time.Clock(point.hertz(compiled.platform()).setScale(0, RoundingMode.HALF_UP).longValueExact());
	}

	/**
	 * An operation of a request.
	 *
	 * @param level     the level that does it
	 * @param operation the operation
	 */
	public record Done(int level, Operation operation) {
	}

	/** The operations that were compiled, in the order of the stages and their demands. */
	public List<Done> operations() {
		return List.copyOf(operations);
	}

	/**
	 * A flow on this stack.
	 *
	 * @throws org.trapline.sim.SimulationException when one of its operations cannot be simulated
	 * @throws ArithmeticException                  when a count or a time does not fit a long
	 */
	public Flow compile(org.trapline.model.ClosedLoop flow) {
		List<Stage> stages = new ArrayList<>();
		for (org.trapline.model.Stage stage : flow.getStages()) {
			stage(flow, stage).ifPresent(stages::add);
		}
		if (stages.isEmpty()) {
			throw new SimulationException("flow " + flow.getName() + ": no hypervisor serves its stage 'backend' on stack " + compiled.stack().getName()
					+ ", since the guest's device is assigned to it there: add a stage on 'vcpu'");
		}
		Flow made = new Flow(flow.getName(), point.clients().orElse(flow.getClients()), stages, clock, compiled.machine().guestLevel() + 1,
				siblingSlowdown(), flow.getRequests());
		made.requireTime();
		return made;
	}

	/** The level of the backend; empty where no hypervisor serves the device. */
	private Optional<Stage> stage(org.trapline.model.ClosedLoop flow, org.trapline.model.Stage stage) {
		OptionalInt level = stage.getPlace() == Place.BACKEND ? server(Optional.ofNullable(stage.getUnless()).map(compiled::control))
				: OptionalInt.of(compiled.machine().guestLevel());
		if (level.isEmpty()) {
			return Optional.empty();
		}
		List<Demand> demands = stage.getDemands().stream().map(demand -> demand(flow, demand, level.getAsInt())).toList();
		return Optional.of(new Stage(place(stage.getPlace()), demands));
	}

	/** The highest hypervisor that does not assign the guest's device to it. */
	private OptionalInt server(Optional<Control> assigned) {
		int level = compiled.machine().guestLevel() - 1;
		while (level >= 0 && assigned.filter(compiled.machine().cpuAt(level)::contains).isPresent()) {
			level--;
		}
		return level < 0 ? OptionalInt.empty() : OptionalInt.of(level);
	}

	private Demand demand(org.trapline.model.ClosedLoop flow, org.trapline.model.Demand demand, int level) {
		return switch (demand) {
		case OperationDemand operation -> {
			operations.add(new Done(level, operation.getOperation()));
			yield new Demand.Operations(compiled.bill(level, operation.getOperation()).price(compiled.prices(point)),
					Optional.ofNullable(operation.getTimes()).map(times -> times.getAmount().doubleValue()).orElse(1.0));
		}
		case TimeDemand time -> new Demand.Span(spread(picoseconds(time.getTime()), time.getSpread()));
		case TransferDemand transfer -> new Demand.Span(new Distribution.Constant(picoseconds(
				Quantities.inBase(flow.getRequest()).divide(Quantities.inBase(transfer.getRate()), PICO, RoundingMode.HALF_UP))));
		default -> throw new IllegalArgumentException("unknown demand " + demand.eClass().getName());
		};
	}

	private static Distribution spread(long mean, Spread spread) {
		return spread == Spread.EXPONENTIAL && mean > 0 ? new Distribution.Exponential(mean) : new Distribution.Constant(mean);
	}

	private long picoseconds(CostValue value) {
		return value.getUnit() == Unit.CYCLES ? clock.picoseconds(value.getAmount().setScale(0, RoundingMode.HALF_UP).longValueExact())
				: picoseconds(Quantities.inBase(value));
	}

	private static long picoseconds(BigDecimal seconds) {
		return seconds.movePointRight(PICO).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	private static Flow.Place place(Place place) {
		return switch (place) {
		case VCPU -> Flow.Place.VCPU;
		case BACKEND -> Flow.Place.BACKEND;
		case WIRE -> Flow.Place.WIRE;
		case DELAY -> Flow.Place.ELSEWHERE;
		};
	}

	/** The slowdown of both threads while both run, where a mechanism gives the guest hypervisor the sibling thread. */
	private Optional<BigDecimal> siblingSlowdown() {
		boolean takesSibling = Inheritance.mechanisms(compiled.stack()).stream().anyMatch(mechanism -> mechanism.isTakesSibling());
		return takesSibling ? Inheritance.platform(compiled.stack()).flatMap(platform -> Inheritance.slowdown(platform, WaitKind.RUNNING)).map(CostValue::getAmount)
				: Optional.empty();
	}
}
