// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Unit;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.sim.random.RandomStream;

/**
 * What costs with intervals may be: samples of each cost, by a Latin hypercube. The same cost has the same samples on every stack, so that what differs
 * between two stacks is known better than each of them. Thread-safe.
 */
public final class CostIntervals {

	private static final int SAMPLES = 1000;
	/** The share of a cost that is taken either way where somebody asks for an interval that the model does not give. */
	private static final BigDecimal EITHER_WAY = new BigDecimal("0.1");
	/** Intervals of results are a function of those of the costs alone. */
	private static final long SEED = 1;
	private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);
	/** A deviation either way holds 95 %. */
	private static final double DEVIATIONS = NORMAL.inverseCumulativeProbability(0.975);

	/**
	 * A cost with an interval.
	 *
	 * @param name with its namespace
	 */
	public record Uncertain(Cost cost, String name, CostValue value) {

		/** A cost's value, with its full name. */
		public static Uncertain of(Cost cost, CostValue value) {
			return new Uncertain(cost, fullName(cost), value);
		}

		/** Whether the model gives an interval; else it is so much either way. */
		public boolean given() {
			return value.getDeviation() != null || value.getLow() != null && value.getHigh() != null;
		}

		/** The cycles of one unit. */
		double cycles(double hertz) {
			return value.getUnit() == Unit.CYCLES ? 1 : Quantities.inBase(BigDecimal.ONE, value.getUnit()).doubleValue() * hertz;
		}

		/** What the model takes it to be. */
		public double nominal() {
			return value.getAmount().doubleValue();
		}

		/** The lower end. */
		public BigDecimal low() {
			return !given() ? value.getAmount().subtract(value.getAmount().multiply(EITHER_WAY)) : value.getDeviation() == null ? value.getLow() : value.getAmount().subtract(value.getDeviation()).max(BigDecimal.ZERO);
		}

		/** The upper end. */
		public BigDecimal high() {
			return !given() ? value.getAmount().add(value.getAmount().multiply(EITHER_WAY)) : value.getDeviation() == null ? value.getHigh() : value.getAmount().add(value.getDeviation());
		}

		/** The value that a share of all lies below: normal where a deviation is given, else uniform between the ends. */
		public double quantile(double share) {
			if (value.getDeviation() != null) {
				return Math.max(0, nominal() + NORMAL.inverseCumulativeProbability(share) * value.getDeviation().doubleValue() / DEVIATIONS);
			}
			return low().doubleValue() + share * high().subtract(low()).doubleValue();
		}
	}

	private final boolean wanted;
	private final Map<Stack, List<Uncertain>> known = new ConcurrentHashMap<>();
	private final Map<Uncertain, double[]> samples = new ConcurrentHashMap<>();

	/** @param wanted whether results carry intervals */
	public CostIntervals(boolean wanted) {
		this.wanted = wanted;
	}

	/** Whether any cost on the platform of a stack has an interval. */
	public boolean any(Stack stack) {
		return wanted && !all(stack).isEmpty();
	}

	private List<Uncertain> all(Stack stack) {
		return known.computeIfAbsent(stack, CostIntervals::found);
	}

	private static List<Uncertain> found(Stack stack) {
		CostTable table = Inheritance.platform(stack).orElseThrow().getCosts();
		return stack.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream()).filter(TraplineModel.class::isInstance)
				.flatMap(model -> ((TraplineModel) model).getElements().stream()).filter(Cost.class::isInstance).map(Cost.class::cast)
				.flatMap(cost -> Inheritance.value(cost, table).map(value -> Uncertain.of(cost, value)).stream()).filter(Uncertain::given).toList();
	}

	private static String fullName(Cost cost) {
		String namespace = ((TraplineModel) cost.eContainer()).getNamespace();
		return namespace == null ? cost.getName() : namespace + "." + cost.getName();
	}

	/** The costs with intervals that a compiled stack charges, and that a point does not set. */
	List<Uncertain> of(Stack stack, CompiledStack compiled, Point point) {
		return wanted ? all(stack).stream().filter(each -> compiled.parameter(each.cost()).isPresent() && point.amount(each.cost()).isEmpty()).toList() : List.of();
	}

	/** The values of a function of some costs, in their units, at the samples. */
	double[] samples(List<Uncertain> costs, ToDoubleFunction<double[]> function) {
		double[][] columns = costs.stream().map(each -> samples.computeIfAbsent(each, CostIntervals::sampled)).toArray(double[][]::new);
		double[] values = new double[SAMPLES];
		double[] arguments = new double[columns.length];
		for (int i = 0; i < SAMPLES; i++) {
			for (int j = 0; j < columns.length; j++) {
				arguments[j] = columns[j][i];
			}
			values[i] = function.applyAsDouble(arguments);
		}
		return values;
	}

	/** The middle of each of as many strata as there are samples, in an order of the cost's own. */
	private static double[] sampled(Uncertain cost) {
		double[] values = new double[SAMPLES];
		RandomGenerator random = RandomStream.of(SEED).child("cost intervals").child(cost.name()).generator();
		for (int i = 0; i < SAMPLES; i++) {
			int j = random.nextInt(i + 1);
			values[i] = values[j];
			values[j] = cost.quantile((i + 0.5) / SAMPLES);
		}
		return values;
	}
}
