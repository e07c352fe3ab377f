// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.heat.HeatData;
import org.trapline.result.ChartSpec;
import org.trapline.result.ParameterValue;

/** {@code heatmap}: values over two parameters of a sweep. */
final class HeatmapChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.HEATMAP;
	}

	@Override
	public HeatData data(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		String across = Swept.parameter(samples, spec.across(), 0, spec.down().map(List::of).orElse(List.of()));
		String down = Swept.parameter(samples, spec.down(), 0, List.of(across));
		if (across.equals(down)) {
			throw new IllegalArgumentException("a heat map needs two parameters, and '%s' is meant twice".formatted(across));
		}
		List<Sample> swept = samples.stream()
				.filter(sample -> sample.row().parameter(across).isPresent() && sample.row().parameter(down).isPresent()).toList();
		List<ParameterValue> columns = Swept.values(swept, across);
		List<ParameterValue> rows = Swept.values(swept, down);
		Names names = Swept.names(swept, List.of(across, down));
		Map<ParameterValue, Integer> columnOf = Swept.places(columns);
		Map<ParameterValue, Integer> rowOf = Swept.places(rows);
		Map<String, List<HeatData.Cell>> panels = new LinkedHashMap<>();
		Set<List<Object>> taken = new LinkedHashSet<>();
		for (Sample sample : swept) {
			String panel = names.of(sample);
			int column = columnOf.get(sample.row().parameter(across).orElseThrow());
			int row = rowOf.get(sample.row().parameter(down).orElseThrow());
			if (!taken.add(List.of(panel, column, row))) {
				throw new IllegalArgumentException("there is more than one value for %s, %s = %s, %s = %s".formatted(panel, across,
						columns.get(column).text(), down, rows.get(row).text()));
			}
			panels.computeIfAbsent(panel, name -> new ArrayList<>())
					.add(new HeatData.Cell(column, row, sample.row().value(), Optional.of(sample)));
		}
		return new HeatData(ChartData.title(sources) + ": " + spec.metric().id() + " over " + across + " and " + down,
				Scale.of(spec.metric(), spec.log()), across, columns.stream().map(ParameterValue::text).toList(), down,
				rows.stream().map(ParameterValue::text).toList(),
				panels.entrySet().stream().map(panel -> new HeatData.Panel(panel.getKey(), panel.getValue())).toList(), Optional.empty());
	}
}
