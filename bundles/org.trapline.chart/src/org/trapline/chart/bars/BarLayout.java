// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.trapline.chart.ChartStyle;
import org.trapline.chart.MetricText;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.picture.Fonts;

/**
 * Where the parts of a plot of a given size go. Pure geometry in points, from the data and the size alone, so that every format gets the
 * same. Nothing ever overlaps: what does not fit is written shorter, smaller, turned, or (value labels, in a very small picture)
 * left out.
 *
 * @param top         room above the bars' area, for the label of the value axis
 * @param left        room left of it, for the ticks' numbers
 * @param right       room right of it
 * @param bottom      room below it, for the names of the categories
 * @param upper       value at the upper end of the value axis, leaving head room for the labels above the tallest bar
 * @param step        distance of two ticks of the value axis
 * @param briefTicks  whether ticks are written in the short form
 * @param values      how values are written
 * @param names       how the names of categories are written
 * @param columns     number of categories
 * @param rows        number of series
 */
public record BarLayout(double top, double left, double right, double bottom, double upper, double step, boolean briefTicks,
		ValueStyle values, NameStyle names, int columns, int rows) {

	/** How the values above the bars are written. */
	record ValueStyle(boolean shown, boolean brief, boolean published, boolean vertical, float size) {

		static final ValueStyle NONE = new ValueStyle(false, false, false, false, Fonts.TINY);

		String text(BigDecimal value) {
			return brief ? MetricText.brief(value) : MetricText.full(value);
		}

		/** The second line's size. */
		float publishedSize() {
			return Math.max(Fonts.TINY, size - 1);
		}
	}

	/** How the names of categories are written: in lines, each category's own; turned by an angle in degrees, leaving some out, which have no line. */
	record NameStyle(List<List<String>> lines, int angle, float size, int every) {
	}

	/**
	 * One bar's place across.
	 *
	 * @param center middle of the bar and of its labels
	 * @param bar    width of the bar
	 * @param pitch  width that belongs to this bar alone: labels stay within
	 */
	record Slot(double center, double bar, double pitch) {

		double overhang() {
			return Math.clamp(pitch * 0.04, 0.5, 5);
		}

		/** Half the width of the diamond of a published value. */
		double diamond() {
			return Math.clamp(pitch * 0.07, 1.5, 5);
		}

		double diamondCenter() {
			return center + bar / 2 + overhang() + diamond();
		}
	}

	/** Between a bar, or its mark, and the label above. */
	static final double LABEL_GAP = 5;
	/** Between the diamond and the number in the second line of a label. */
	static final double DIAMOND_GAP = 4;

	private static final double MARGIN = 6;
	/** The upper end of the value axis, in largest values: labels may take half of the height. */
	private static final double UPPER_AT_MOST = 2;
	private static final List<ValueStyle> VALUE_STYLES = List.of(new ValueStyle(true, false, true, false, Fonts.NORMAL),
			new ValueStyle(true, false, true, false, Fonts.SMALL), new ValueStyle(true, true, true, false, Fonts.NORMAL),
			new ValueStyle(true, true, true, false, Fonts.SMALL), new ValueStyle(true, false, false, false, Fonts.SMALL),
			new ValueStyle(true, true, false, false, Fonts.SMALL), new ValueStyle(true, true, false, false, Fonts.TINY),
			new ValueStyle(true, false, false, true, Fonts.SMALL), new ValueStyle(true, true, false, true, Fonts.SMALL),
			new ValueStyle(true, true, false, true, Fonts.TINY));

	/** The layout of {@code data} on a plot of {@code width} x {@code height} points, with a share of the value axis in sight. */
	static BarLayout of(BarData data, double share, double width, double height) {
		boolean count = data.scale().count();
		double largest = data.largest().doubleValue() * share;
		double floor = largest > 0 ? largest : 1;
		double top = Fonts.height(Fonts.NORMAL) + 8;
		double bodyHeight = Math.max(1, height - top - Fonts.height(Fonts.NORMAL) - ChartStyle.NAME_GAP);
		boolean brief = tickWidth(floor, bodyHeight, count, false) > width * 0.15;
		double left = tickWidth(floor, bodyHeight, count, brief) + ChartStyle.TICK_GAP;
		double right = 4;

		NameStyle names = names(data.categories(), Math.max(1, width - left - right) / data.categories().size(), height);
		if (names.angle() == 45) {
			// a turned name ends below its bars and begins further left: the first must not leave the picture
			double run = Fonts.width(names.lines().get(0).get(0), names.size()) * Math.sqrt(0.5) + Fonts.height(names.size());
			left = Math.max(left, Math.min(run - 12, width * 0.3));
			names = names(data.categories(), Math.max(1, width - left - right) / data.categories().size(), height);
		}
		double bottom = ChartStyle.NAME_GAP + nameHeight(names);
		double barsHeight = Math.max(1, height - top - bottom);
		BarLayout draft = new BarLayout(top, left, right, bottom, floor, 1, brief, ValueStyle.NONE, names,
				data.categories().size(), data.series().size());
		double room = draft.slot(new Rectangle2D.Double(left, top, Math.max(1, width - left - right), barsHeight), 0, 0)
				.pitch();
		ValueStyle values = VALUE_STYLES.stream().filter(style -> fits(data, style, room, barsHeight)).findFirst()
				.orElse(ValueStyle.NONE);
		double headRoom = headRoom(data, values) + MARGIN;
		double upper = floor * Math.min(UPPER_AT_MOST, barsHeight / Math.max(1, barsHeight - headRoom));
		return new BarLayout(top, left, right, bottom, upper, step(upper, barsHeight, count), brief, values, names,
				data.categories().size(), data.series().size());
	}

	/** The place of the bar of series {@code row} and category {@code column} in the bars' area. */
	Slot slot(Rectangle2D area, int row, int column) {
		double category = area.getWidth() / columns;
		double center = area.getX() + category * (column + 0.5);
		if (rows == 1) {
			return sharp(center, Math.min(category * 0.5, 84), category);
		}
		double pitch = Math.min(category * 0.86 / rows, 110);
		return sharp(center + pitch * (row - (rows - 1) / 2.0), pitch * 0.6, pitch);
	}

	/** The slot with the bar's edges on whole points, so that they are sharp in pixels. */
	private static Slot sharp(double center, double bar, double pitch) {
		if (bar < 4) {
			return new Slot(center, bar, pitch);
		}
		double width = Math.rint(bar);
		return new Slot(Math.rint(center - width / 2) + width / 2, width, pitch);
	}

	/** A tick's number. */
	String tick(double value) {
		return tick(value, briefTicks);
	}

	/** Width of the second line of a label: a diamond and the published number. */
	static double publishedWidth(String text, float size) {
		return 2 * diamondInText(size) + DIAMOND_GAP + Fonts.width(text, size);
	}

	/** Half the width of the diamond in the second line of a label. */
	static double diamondInText(float size) {
		return size * 0.3;
	}

	private static String tick(double value, boolean brief) {
		BigDecimal exact = new BigDecimal(value).round(new MathContext(12));
		return brief ? MetricText.brief(exact) : MetricText.full(exact);
	}

	/**
	 * Room for the ticks' numbers, before the head room and so the upper end of the axis are known: enough for every end from the largest value
	 * to what {@link #UPPER_AT_MOST} allows.
	 */
	private static double tickWidth(double largest, double height, boolean count, boolean brief) {
		double widest = 0;
		for (double end = 1; end <= UPPER_AT_MOST; end += 0.25) {
			for (double share = 0.5; share <= 1; share += 0.1) {
				double step = step(largest * end, height * share, count);
				for (int i = 1; i * step <= largest * end; i++) {
					widest = Math.max(widest, Fonts.width(tick(i * step, brief), Fonts.NORMAL));
				}
			}
		}
		return widest;
	}

	/** A round step (1, 2 or 5 times a power of ten) that gives a tick about each 36 points, at most eight, at least one above 0. */
	private static double step(double upper, double height, boolean count) {
		double wanted = upper / Math.clamp(height / 36, 1, 8);
		double power = Math.pow(10, Math.floor(Math.log10(wanted)));
		double ratio = wanted / power;
		double step = (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10) * power;
		if (step > upper) {
			step = ratio > 5 ? 5 * power : ratio > 2 ? 2 * power : power;
		}
		return count ? Math.max(1, step) : step;
	}

	private static boolean fits(BarData data, ValueStyle style, double room, double height) {
		// Not even the shortest number fits.
		if ((style.vertical() ? Fonts.height(style.size()) + 2 : Fonts.width("1", style.size()) + 8) > room) {
			return false;
		}
		if (headRoom(data, style) + MARGIN > height * 0.5) {
			return false;
		}
		double across = 0;
		for (Bar bar : data.bars()) {
			across = Math.max(across, style.vertical() ? Fonts.height(style.size()) : Fonts.width(style.text(bar.value()), style.size()));
			if (style.published() && bar.published().isPresent()) {
				across = Math.max(across, publishedWidth(style.text(bar.published().get()), style.publishedSize()));
			}
		}
		return across + (style.vertical() ? 2 : 8) <= room;
	}

	private static double headRoom(BarData data, ValueStyle style) {
		if (!style.shown()) {
			return MARGIN;
		}
		if (style.vertical()) {
			return LABEL_GAP + data.bars().stream().mapToDouble(bar -> Fonts.width(style.text(bar.value()), style.size())).max()
					.orElse(0);
		}
		boolean second = style.published() && data.bars().stream().anyMatch(bar -> bar.published().isPresent());
		return LABEL_GAP + Fonts.height(style.size()) + (second ? Fonts.height(style.publishedSize()) : 0);
	}

	private static NameStyle names(List<String> categories, double pitch, double height) {
		double line = Fonts.height(Fonts.SMALL);
		// Nothing that is less wide than a line is high can be written level.
		for (float size : pitch < line ? new float[0] : new float[] { Fonts.NORMAL, Fonts.SMALL }) {
			List<List<String>> lines = new ArrayList<>();
			for (String name : categories) {
				List<String> wrapped = wrap(name, pitch - 8, size);
				if (wrapped.isEmpty()) {
					break;
				}
				lines.add(wrapped);
			}
			if (lines.size() == categories.size()) {
				return new NameStyle(List.copyOf(lines), 0, size, 1);
			}
		}
		int angle = pitch >= line * 1.5 ? 45 : 90;
		double longest = angle == 45 ? height * 0.45 : height * 0.35;
		int every = angle == 45 ? 1 : (int) Math.ceil(line / pitch);
		List<List<String>> lines = new ArrayList<>();
		for (int i = 0; i < categories.size(); i++) {
			lines.add(i % every == 0 ? List.of(shorten(categories.get(i), longest, Fonts.SMALL)) : List.of());
		}
		return new NameStyle(List.copyOf(lines), angle, Fonts.SMALL, every);
	}

	private static double nameHeight(NameStyle names) {
		double line = Fonts.height(names.size());
		if (names.angle() == 0) {
			return line * names.lines().stream().mapToInt(List::size).max().orElse(1);
		}
		double longest = names.lines().stream().filter(lines -> !lines.isEmpty())
				.mapToDouble(lines -> Fonts.width(lines.get(0), names.size())).max().orElse(0);
		return names.angle() == 90 ? longest : (longest + line) * Math.sqrt(0.5);
	}

	/** The name in at most three lines, broken where a word begins: NestedNeve, nested-neve; no line at all when that fails. */
	private static List<String> wrap(String name, double width, float size) {
		Function<String, Boolean> fits = text -> Fonts.width(text, size) <= width;
		if (fits.apply(name)) {
			return List.of(name);
		}
		List<String> lines = new ArrayList<>();
		String line = "";
		for (String part : name.split("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=[-_. ])")) {
			if (!fits.apply(part)) {
				return List.of();
			}
			if (fits.apply(line + part)) {
				line += part;
			} else {
				lines.add(line);
				line = part;
			}
		}
		lines.add(line);
		return lines.size() > 3 ? List.of() : List.copyOf(lines);
	}

	/** The name with its middle left out where it is longer than {@code width}: names often differ at their ends. */
	private static String shorten(String name, double width, float size) {
		String text = name;
		for (int keep = name.length() - 1; keep > 2 && Fonts.width(text, size) > width; keep--) {
			text = name.substring(0, (keep + 1) / 2) + "\u2026" + name.substring(name.length() - keep / 2);
		}
		return text;
	}
}
