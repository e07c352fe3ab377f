// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.List;

import org.trapline.chart.ChartSource;
import org.trapline.chart.bars.BarData;
import org.trapline.result.Breakdown.Share;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;

/** {@code levels}: cycles by stack, taken apart by the level that they are charged to. */
final class LevelsChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.LEVELS;
	}

	@Override
	public BarData data(List<ChartSource> sources, ChartSpec spec) {
		return Breakdowns.of(sources, spec, "level", Share::level, share -> "L" + share.level());
	}

	@Override
	public boolean isInReport(ExperimentResult result) {
		return result.breakdowns().size() <= Bars.READABLE;
	}
}
