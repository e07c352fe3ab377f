// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.List;

import org.trapline.chart.ChartSource;
import org.trapline.chart.bars.BarData;
import org.trapline.result.Breakdown;
import org.trapline.result.Breakdown.Share;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.sim.cost.Cause;

/** {@code causes}: cycles by stack, taken apart by the cause that they are charged to. */
final class CausesChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.CAUSES;
	}

	@Override
	public BarData data(List<ChartSource> sources, ChartSpec spec) {
		return Breakdowns.of(sources, spec, "cause", share -> order(share.cause()), Share::cause);
	}

	@Override
	public boolean isInReport(ExperimentResult result) {
		return result.breakdowns().size() <= Bars.READABLE;
	}

	/** The order of causes; one that this version does not know comes last. */
	private static int order(String word) {
		for (Cause cause : Cause.values()) {
			if (Breakdown.word(cause).equals(word)) {
				return cause.ordinal();
			}
		}
		return Cause.values().length + Math.floorMod(word.hashCode(), Short.MAX_VALUE);
	}
}
