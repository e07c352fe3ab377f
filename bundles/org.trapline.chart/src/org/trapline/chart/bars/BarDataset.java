// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jfree.data.category.CategoryDataset;
import org.jfree.data.general.AbstractDataset;
import org.trapline.chart.bars.BarData.Bar;

/** Bars as JFreeChart asks for them: series are rows, categories are columns. JFreeChart's own takes quadratic time to fill. */
final class BarDataset extends AbstractDataset implements CategoryDataset {

	private static final long serialVersionUID = 1L;

	private final transient BarData data;
	private final transient Map<List<String>, Bar> cells;
	private final transient Function<Bar, Number> value;
	private final transient Map<Object, Integer> rows;
	private final transient Map<Object, Integer> columns;

	/** @param value what of a bar is the value; null where there is none */
	BarDataset(BarData data, Map<List<String>, Bar> cells, Function<Bar, Number> value) {
		this.data = data;
		this.cells = cells;
		this.value = value;
		this.rows = indexes(data.series());
		this.columns = indexes(data.categories());
	}

	private static Map<Object, Integer> indexes(List<String> names) {
		Map<Object, Integer> indexes = new HashMap<>();
		names.forEach(name -> indexes.put(name, indexes.size()));
		return indexes;
	}

	@Override
	public String getRowKey(int row) {
		return data.series().get(row);
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	public int getRowIndex(Comparable key) {
		return rows.getOrDefault(key, -1);
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	public List getRowKeys() {
		return data.series();
	}

	@Override
	public String getColumnKey(int column) {
		return data.categories().get(column);
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	public int getColumnIndex(Comparable key) {
		return columns.getOrDefault(key, -1);
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	public List getColumnKeys() {
		return data.categories();
	}

	@Override
	@SuppressWarnings("rawtypes") // as JFreeChart declares it
	public Number getValue(Comparable rowKey, Comparable columnKey) {
		Bar bar = cells.get(List.of((String) columnKey, (String) rowKey));
		return bar == null ? null : value.apply(bar);
	}

	@Override
	public int getRowCount() {
		return data.series().size();
	}

	@Override
	public int getColumnCount() {
		return data.categories().size();
	}

	@Override
	public Number getValue(int row, int column) {
		return getValue(getRowKey(row), getColumnKey(column));
	}
}
