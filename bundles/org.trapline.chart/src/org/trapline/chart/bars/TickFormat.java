// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Writes the numbers of the value axis as the layout says. */
final class TickFormat extends NumberFormat {

	private static final long serialVersionUID = 1L;

	private final transient BarLayout layout;

	TickFormat(BarLayout layout) {
		this.layout = layout;
	}

	@Override
	public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
		return target.append(layout.tick(number));
	}

	@Override
	public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
		return format((double) number, target, position);
	}

	@Override
	public Number parse(String source, ParsePosition position) {
		throw new UnsupportedOperationException("ticks are only written");
	}
}
