// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.trapline.chart.picture.Lettering;
import org.trapline.run.picture.StackDiagram.Core;

/** The cores of a machine in rows of boxes: the first ones and those that vCPUs are pinned to one by one, the others folded. */
final class CoreRows {

	/**
	 * A box: one core with its threads, or several that are folded.
	 *
	 * @param first the first of them
	 * @param last  the last of them
	 */
	record Box(Core first, Core last, Rectangle2D area) {

		boolean folded() {
			return first != last;
		}

		/** {@code cores 8 to 63}. */
		String words() {
			return folded() ? "cores " + first.number() + " to " + last.number() : "core " + first.number();
		}
	}

	/** The cores of a box: the first and the last, which are the same where it is one. */
	private record Run(Core first, Core last) {

		/** The names that its box has to have room for. */
		Stream<Double> widths() {
			return first == last ? first.threads().stream().map(pinned -> Lettering.width(String.join(", ", pinned), Lettering.TINY))
					: Stream.of(Lettering.width(first.number() + " to " + last.number(), Lettering.SMALL) + 4);
		}
	}

	/** Height of a thread's line. */
	static final double THREAD = 15;

	/** Boxes in a row, as long as there are no more rows than columns. */
	private static final int COLUMNS = 10;
	private static final int LEAST_FOLDED = 3;
	private static final double GAP = 6;
	private static final double LEAST_WIDTH = 60;
	private static final double MOST_WIDTH = 120;

	private final List<List<Run>> rows;
	/** All boxes are as wide as the longest name in any asks for. */
	private final double boxWidth;
	private final double boxHeight;

	/** @param shown how many of the cores are drawn one by one */
	CoreRows(List<Core> cores, int shown) {
		rows = rows(cores, shown);
		double widest = rows.stream().flatMap(List::stream).flatMap(Run::widths).max(Double::compare).orElse(0.0);
		boxWidth = Math.clamp(widest + 14, LEAST_WIDTH, MOST_WIDTH);
		int threads = cores.stream().mapToInt(core -> core.threads().size()).max().orElse(1);
		// A folded box has two lines.
		boxHeight = Math.max(2 * StackLayout.LINE, StackLayout.LINE + threads * THREAD) + 8;
	}

	/** The first cores, and all that vCPUs are pinned to; what is between is folded. */
	private static List<List<Run>> rows(List<Core> cores, int shown) {
		List<Run> boxes = new ArrayList<>();
		List<Core> folded = new ArrayList<>();
		for (Core core : cores) {
			if (core.number() < shown || core.threads().stream().anyMatch(pinned -> !pinned.isEmpty())) {
				fold(folded, boxes);
				boxes.add(new Run(core, core));
			} else {
				folded.add(core);
			}
		}
		fold(folded, boxes);
		int columns = Math.max(COLUMNS, (int) Math.ceil(Math.sqrt(boxes.size())));
		List<List<Run>> rows = new ArrayList<>();
		for (int i = 0; i < boxes.size(); i += columns) {
			rows.add(boxes.subList(i, Math.min(boxes.size(), i + columns)));
		}
		return rows;
	}

	/** Closes a run of cores: a box for one or two would save no room. */
	private static void fold(List<Core> run, List<Run> boxes) {
		if (run.size() < LEAST_FOLDED) {
			run.forEach(core -> boxes.add(new Run(core, core)));
		} else {
			boxes.add(new Run(run.getFirst(), run.getLast()));
		}
		run.clear();
	}

	/** The width of the longest row. */
	double width() {
		return rows.getFirst().size() * (boxWidth + GAP) - GAP;
	}

	/** The height of all rows. */
	double height() {
		return rows.size() * (boxHeight + GAP) - GAP;
	}

	/** The boxes, from a place on; they fill a width that is at least {@link #width()}. */
	List<Box> boxes(double x, double y, double width) {
		int columns = rows.getFirst().size();
		double wide = (width - (columns - 1) * GAP) / columns;
		List<Box> boxes = new ArrayList<>();
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < rows.get(row).size(); column++) {
				Run run = rows.get(row).get(column);
				boxes.add(new Box(run.first(), run.last(), new Rectangle2D.Double(x + column * (wide + GAP), y + row * (boxHeight + GAP), wide, boxHeight)));
			}
		}
		return boxes;
	}
}
