// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.flow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Drawing;
import org.trapline.chart.picture.Lettering;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.result.Breakdown;
import org.trapline.run.explain.FlowNode;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * A trap flow as an icicle: the whole on top, below it what it consists of, each as wide as its cycles. What is too narrow to be seen is
 * not looked into, so that a billion traps take no longer than what one sees of them.
 *
 * @param top   what is shown: all of the flow, or a row of it
 * @param color what colours tell
 */
public record FlamePicture(FlowNode top, ColorBy color) implements Picture<FlowMark> {

	/** What colours tell. */
	public enum ColorBy {
		/** Who does it. */
		LEVEL,
		/** What cycles are spent for; grey where it is of several kinds. */
		CAUSE
	}

	private static final double MARGIN = 16;
	private static final double TITLE = 34;
	private static final double LEGEND = 26;
	private static final double LOWEST = 18;
	private static final double HIGHEST = 44;
	private static final double GAP = 0.5;
	/** Narrower than this nothing can be seen. */
	private static final double NARROWEST = 0.7;
	private static final int DEEPEST = 200;

	public FlamePicture {
		Objects.requireNonNull(top);
		Objects.requireNonNull(color);
	}

	@Override
	public String title() {
		return "Cycles of " + top.flow().title() + (top.equals(top.flow().root()) ? "" : ": " + top.label());
	}

	@Override
	public ChartSize size() {
		return new ChartSize(1000, 560);
	}

	@Override
	public Drawing<FlowMark> draw(Graphics2D g2, double width, double height, ChartTheme theme) {
		g2.setPaint(theme.background());
		g2.fill(new Rectangle2D.Double(0, 0, width, height));
		Lettering.draw(g2, Lettering.fitted(title(), Math.max(1, width - 2 * MARGIN), Lettering.TITLE), MARGIN, 10, Lettering.TITLE, theme.ink());
		legend(g2, width, theme);
		List<PictureRegion<FlowMark>> regions = new ArrayList<>();
		double room = Math.max(1, width - 2 * MARGIN);
		// Few rows are high, so that they fill the picture.
		double row = Math.clamp((height - TITLE - LEGEND - MARGIN) / Math.max(1, depth(top, 0, room)), LOWEST, HIGHEST);
		cell(g2, top, 0, MARGIN, room, row, height, theme, regions);
		return new Drawing<>(regions, Optional.empty());
	}

	private void legend(Graphics2D g2, double width, ChartTheme theme) {
		double x = MARGIN;
		List<String> names = color == ColorBy.LEVEL ? top.flow().lanes() : List.of(Cause.values()).stream().map(Breakdown::word).toList();
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			double needed = 16 + Lettering.width(name, Lettering.SMALL) + 12;
			if (x + needed > width - MARGIN) {
				break;
			}
			g2.setPaint(theme.bar(i));
			g2.fill(new Rectangle2D.Double(x, TITLE + 5, 11, 11));
			Lettering.draw(g2, name, x + 15, TITLE + 4, Lettering.SMALL, theme.ink());
			x += needed;
		}
	}

	/** What a row consists of; equal ones are shown as one that is as wide as all of them. */
	private static List<FlowNode> parts(FlowNode row) {
		List<FlowNode> parts = row.hasParts() ? row.parts() : List.of();
		return row.count() > 1 && row.kind() != FlowNode.Kind.UNTRAPPED && !parts.isEmpty() ? parts(parts.get(0)) : parts;
	}

	/** How many rows can be seen. */
	private static int depth(FlowNode row, int depth, double width) {
		if (width < NARROWEST || depth > DEEPEST) {
			return depth;
		}
		int deepest = depth + 1;
		List<FlowNode> parts = parts(row);
		double whole = parts.stream().mapToDouble(FlowNode::cycles).sum();
		for (FlowNode part : parts) {
			if (whole > 0) {
				deepest = Math.max(deepest, depth(part, depth + 1, width * part.cycles() / whole));
			}
		}
		return deepest;
	}

	private void cell(Graphics2D g2, FlowNode row, int depth, double x, double width, double high, double height, ChartTheme theme,
			List<PictureRegion<FlowMark>> regions) {
		double y = TITLE + LEGEND + depth * high;
		if (width < NARROWEST || y + high > height || depth > DEEPEST) {
			return;
		}
		Rectangle2D box = new Rectangle2D.Double(x, y, width, high);
		Color fill = fill(row, theme);
		g2.setPaint(fill);
		g2.fill(new Rectangle2D.Double(x, y, Math.max(NARROWEST, width - GAP), high - GAP));
		regions.add(new PictureRegion<>(new FlowMark(row, FlowMark.Part.ROW), () -> sentence(row), box));
		if (width > 26) {
			String text = Lettering.fitted(row.label(), width - 8, Lettering.SMALL);
			if (text.length() > 2) {
				Lettering.draw(g2, text, x + 4, y + (high - Lettering.height(Lettering.SMALL)) / 2, Lettering.SMALL, ChartTheme.readableOn(fill));
			}
		}
		List<FlowNode> parts = parts(row);
		double whole = parts.stream().mapToDouble(FlowNode::cycles).sum();
		double left = x;
		for (FlowNode part : parts) {
			if (whole > 0) {
				double share = width * part.cycles() / whole;
				cell(g2, part, depth + 1, left, share, high, height, theme, regions);
				left += share;
			}
		}
	}

	private Color fill(FlowNode row, ChartTheme theme) {
		if (color == ColorBy.LEVEL) {
			return theme.bar(row.level());
		}
		return cause(row).map(cause -> theme.bar(cause.ordinal())).orElse(theme.grid());
	}

	/** What all cycles of a row are spent for, where it is one thing. */
	private static Optional<Cause> cause(FlowNode row) {
		Optional<TrapTree> tree = row.tree();
		if (tree.isEmpty()) {
			return Optional.empty();
		}
		if (tree.get().what() instanceof What.Spends(var cost)) {
			return Optional.of(cost.cause());
		}
		if (tree.get().what() instanceof What.Performs(var operation, Disposition disposition) && !(disposition instanceof Disposition.Trap)) {
			Cause first = operation.nativeCost().cause();
			return row.trees().stream().allMatch(each -> only(each, first)) ? Optional.of(first) : Optional.empty();
		}
		Cause only = null;
		for (int level = 0; level < tree.get().outcome().levels(); level++) {
			for (Cause cause : Cause.values()) {
				if (tree.get().outcome().cycles(level, cause) > 0) {
					if (only != null && only != cause) {
						return Optional.empty();
					}
					only = cause;
				}
			}
		}
		return Optional.ofNullable(only);
	}

	private static boolean only(TrapTree tree, Cause cause) {
		for (int level = 0; level < tree.outcome().levels(); level++) {
			for (Cause each : Cause.values()) {
				if (each != cause && tree.outcome().cycles(level, each) > 0) {
					return false;
				}
			}
		}
		return true;
	}

	private String sentence(FlowNode row) {
		double share = top.flow().root().cycles() == 0 ? 0 : 100.0 * row.cycles() / top.flow().root().cycles();
		return String.format(Locale.ROOT, "%s: %s\n%,d cycles, %.2f %% of all; %,d traps%s\nDouble-click shows this part alone.", top.flow().lanes().get(row.level()),
				row.label(), row.cycles(), share, row.traps(), cause(row).map(cause -> "\nSpent for " + Breakdown.word(cause)).orElse(""));
	}
}
