// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.flow;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Drawing;
import org.trapline.chart.picture.Lettering;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;

/**
 * A trap flow as a sequence: on the left what is done, in the middle who does it, over lanes from L0 up, on the right what it comes to. Time
 * goes down. Rows that are not open are one line, however much is below. Only what is in sight is drawn.
 */
public final class FlowPicture implements Picture<FlowMark> {

	/** Rows that are open in a picture unless somebody asks for more: down to what hypervisors do for an operation. */
	public static final int USUAL_DEPTH = 2;

	/** A picture has a largest height. */
	private static final int MOST_OPEN = 400;
	private static final double ROW = 22;
	private static final double INDENT = 14;
	private static final double TOGGLE = 9;
	private static final double MARGIN = 16;
	private static final double GAP = 14;
	private static final double WIDEST_LANE = 62;
	private static final double NARROWEST_LANE = 40;
	/** The lanes share this, as long as they are not too narrow. */
	private static final double LANES = 260;
	private static final double ACTIVE = 8;
	private static final double TITLE = 34;
	private static final double HEADER = 26;
	private static final double LEAST_TEXT = 220;
	private static final double MOST_TEXT = 460;
	/** Deeper rows are not moved further in: their texts would have no room. */
	private static final int DEEPEST = 14;
	private static final Stroke ARROW = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	private static final Stroke BACK = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 4, 3 }, 0);
	private static final Stroke THIN = new BasicStroke(0.75f);

	private final TrapFlow flow;
	private final Set<FlowNode> open;
	private final List<FlowNode> rows;
	private final double lane;
	private final double textWidth;
	private final double numberWidth;

	/** A flow with all rows open down to a depth, but repeats, whose single ones say no more. */
	public static FlowPicture toDepth(TrapFlow flow, int depth) {
		Set<FlowNode> open = new HashSet<>();
		open(flow.root(), depth, open);
		return new FlowPicture(flow, open);
	}

	private static void open(FlowNode row, int depth, Set<FlowNode> open) {
		if (row.depth() <= depth && row.count() <= 1 && row.hasParts() && open.size() < MOST_OPEN) {
			open.add(row);
			row.parts().forEach(part -> open(part, depth, open));
		}
	}

	/** @param open the rows whose parts are shown */
	public FlowPicture(TrapFlow flow, Set<FlowNode> open) {
		this.flow = flow;
		this.open = Set.copyOf(open);
		List<FlowNode> shown = new ArrayList<>();
		rows(flow.root(), shown);
		this.rows = List.copyOf(shown);
		this.lane = Math.clamp(LANES / flow.lanes().size(), NARROWEST_LANE, WIDEST_LANE);
		double widest = shown.stream().mapToDouble(row -> indent(row) + TOGGLE + 8 + Lettering.width(row.label(), Lettering.NORMAL)).max().orElse(0);
		this.textWidth = Math.clamp(widest, LEAST_TEXT, MOST_TEXT);
		this.numberWidth = Math.max(Lettering.width(number(flow.root().cycles()), Lettering.NORMAL), Lettering.width("begins", Lettering.NORMAL)) + GAP;
	}

	private void rows(FlowNode row, List<FlowNode> shown) {
		shown.add(row);
		if (open.contains(row)) {
			row.parts().forEach(part -> rows(part, shown));
		}
	}

	private static double indent(FlowNode row) {
		return Math.min(row.depth(), DEEPEST) * INDENT;
	}

	/** The rows in sight if the whole picture is, in the order of time. */
	public List<FlowNode> rows() {
		return rows;
	}

	/** The rows whose parts are shown. */
	public Set<FlowNode> open() {
		return open;
	}

	@Override
	public String title() {
		return "Trap flow of " + flow.title();
	}

	@Override
	public ChartSize size() {
		double width = 2 * MARGIN + textWidth + GAP + lane * flow.lanes().size() + 3 * numberWidth;
		double height = TITLE + HEADER + ROW * rows.size() + MARGIN;
		return new ChartSize(Math.min(width, ChartSize.MAXIMUM), Math.min(height, ChartSize.MAXIMUM));
	}

	private double lane(int level) {
		return MARGIN + textWidth + GAP + lane * (level + 0.5);
	}

	private double numbers() {
		return MARGIN + textWidth + GAP + lane * flow.lanes().size();
	}

	private static double top(int row) {
		return TITLE + HEADER + ROW * row;
	}

	@Override
	public Drawing<FlowMark> draw(Graphics2D g2, double width, double height, ChartTheme theme) {
		Rectangle clip = g2.getClipBounds();
		double from = clip == null ? 0 : clip.getMinY();
		double to = clip == null ? height : clip.getMaxY();
		g2.setPaint(theme.background());
		g2.fill(new Rectangle2D.Double(clip == null ? 0 : clip.getMinX(), from, clip == null ? width : clip.getWidth(), to - from));
		lifelines(g2, theme, height);
		List<PictureRegion<FlowMark>> regions = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			FlowNode row = rows.get(i);
			double top = top(i);
			regions.add(new PictureRegion<>(new FlowMark(row, FlowMark.Part.ROW), () -> sentence(row),
					new Rectangle2D.Double(MARGIN / 2, top, width - MARGIN, ROW)));
			if (row.hasParts()) {
				regions.add(new PictureRegion<>(new FlowMark(row, FlowMark.Part.TOGGLE), () -> open.contains(row) ? "Close" : "Open",
						new Rectangle2D.Double(MARGIN + indent(row) - 3, top + (ROW - TOGGLE) / 2 - 3, TOGGLE + 6, TOGGLE + 6)));
			}
			if (top + ROW >= from && top <= to) {
				row(g2, theme, row, top);
			}
		}
		// The lanes' names stay in sight when one scrolls.
		header(g2, theme, Math.max(0, Math.min(from, height - TITLE - HEADER)), width);
		return new Drawing<>(regions, Optional.empty());
	}

	private void lifelines(Graphics2D g2, ChartTheme theme, double height) {
		g2.setStroke(THIN);
		g2.setPaint(theme.axis());
		for (int level = 0; level < flow.lanes().size(); level++) {
			g2.draw(new Line2D.Double(lane(level), TITLE + HEADER, lane(level), Math.min(height, top(rows.size()))));
		}
	}

	private void header(Graphics2D g2, ChartTheme theme, double top, double width) {
		g2.setPaint(theme.background());
		g2.fill(new Rectangle2D.Double(0, top, width, TITLE + HEADER - 1));
		Lettering.draw(g2, Lettering.fitted(title(), Math.max(1, width - 2 * MARGIN), Lettering.TITLE), MARGIN, top + 8, Lettering.TITLE, theme.ink());
		double y = top + TITLE + 2;
		List<String> software = flow.explanation().software();
		for (int level = 0; level < software.size(); level++) {
			g2.setPaint(theme.bar(level));
			g2.fill(new Rectangle2D.Double(lane(level) - lane / 2 + 3, top + TITLE + HEADER - 5, lane - 6, 3));
			Lettering.drawCentred(g2, "L" + level, lane(level), y - 6, Lettering.SMALL, theme.ink());
			Lettering.drawCentred(g2, Lettering.fitted(software.get(level), lane - 4, Lettering.TINY), lane(level), y + 7, Lettering.TINY, theme.muted());
		}
		String[] names = { "traps", "cycles", "begins" };
		for (int i = 0; i < names.length; i++) {
			Lettering.drawRight(g2, names[i], numbers() + (i + 1) * numberWidth, y + 3, Lettering.SMALL, theme.muted());
		}
		g2.setPaint(theme.grid());
		g2.fill(new Rectangle2D.Double(MARGIN, top + TITLE + HEADER - 1, Math.max(1, width - 2 * MARGIN), 1));
	}

	// ------------------------------------------------------------------------------------------- rows

	private void row(Graphics2D g2, ChartTheme theme, FlowNode row, double top) {
		double middle = top + ROW / 2;
		double text = MARGIN + indent(row);
		if (row.hasParts()) {
			toggle(g2, theme, text, middle - TOGGLE / 2, open.contains(row));
		}
		double start = text + TOGGLE + 6;
		boolean strong = row.kind() == FlowNode.Kind.TRAP || row.kind() == FlowNode.Kind.WAKE_UP || row.kind() == FlowNode.Kind.HANDLE || row.kind() == FlowNode.Kind.FORWARD;
		String label = Lettering.fitted(row.label(), MARGIN + textWidth - start, Lettering.NORMAL);
		Lettering.draw(g2, label, start, middle - Lettering.height(Lettering.NORMAL) / 2, Lettering.NORMAL, strong ? theme.ink() : theme.muted());
		active(g2, theme, row, top);
		arrows(g2, theme, row, middle);
		if (row.kind() != FlowNode.Kind.RETURN) {
			numbers(g2, theme, row, top, middle);
		}
	}

	private static void toggle(Graphics2D g2, ChartTheme theme, double x, double y, boolean opened) {
		Path2D shape = new Path2D.Double();
		if (opened) {
			shape.moveTo(x, y + 2);
			shape.lineTo(x + TOGGLE, y + 2);
			shape.lineTo(x + TOGGLE / 2, y + TOGGLE - 1);
		} else {
			shape.moveTo(x + 1, y);
			shape.lineTo(x + TOGGLE - 1, y + TOGGLE / 2);
			shape.lineTo(x + 1, y + TOGGLE);
		}
		shape.closePath();
		g2.setPaint(theme.muted());
		g2.fill(shape);
	}

	/** Where somebody is at work their lane is thick; of a closed trap it is everybody's between. */
	private void active(Graphics2D g2, ChartTheme theme, FlowNode row, double top) {
		int level = row.level();
		if (row.kind() == FlowNode.Kind.TRAP || row.kind() == FlowNode.Kind.WAKE_UP || row.kind() == FlowNode.Kind.RETURN) {
			return;
		}
		g2.setPaint(theme.bar(level));
		g2.fill(new Rectangle2D.Double(lane(level) - ACTIVE / 2, top + 1, ACTIVE, ROW - 2));
	}

	private void arrows(Graphics2D g2, ChartTheme theme, FlowNode row, double middle) {
		switch (row.kind()) {
		case TRAP -> {
			boolean closed = !open.contains(row);
			arrow(g2, theme.bar(row.level()), ARROW, lane(row.level()), lane(0), closed ? middle - 4 : middle);
			if (row.count() > 1) {
				arrow(g2, theme.bar(row.level()), ARROW, lane(row.level()), lane(0), middle - 1);
			}
			if (row.target() > 0) {
				handler(g2, theme, row, closed ? middle - 4 : middle);
			}
			if (closed) {
				arrow(g2, theme.muted(), BACK, lane(row.target()), lane(row.level()), middle + 5);
			}
		}
		case WAKE_UP -> {
			handler(g2, theme, row, middle);
			if (!open.contains(row)) {
				arrow(g2, theme.muted(), BACK, lane(row.target()), lane(row.level()), middle + 5);
			}
		}
		case FORWARD -> arrow(g2, theme.bar(row.level()), ARROW, lane(row.level()) + ACTIVE / 2, lane(row.target()), middle + 4);
		case RETURN -> arrow(g2, theme.muted(), BACK, lane(row.level()), lane(row.target()), middle);
		default -> {
			// Nobody else is concerned.
		}
		}
	}

	/** The dot says who handles it. */
	private void handler(Graphics2D g2, ChartTheme theme, FlowNode row, double middle) {
		g2.setPaint(theme.bar(row.target()));
		g2.fill(new Ellipse2D.Double(lane(row.target()) - 4, middle - 4, 8, 8));
	}

	private static void arrow(Graphics2D g2, Color color, Stroke stroke, double from, double to, double y) {
		if (from == to) {
			return;
		}
		double back = from < to ? -1 : 1;
		g2.setPaint(color);
		g2.setStroke(stroke);
		g2.draw(new Line2D.Double(from, y, to + back * 5, y));
		Path2D head = new Path2D.Double();
		head.moveTo(to, y);
		head.lineTo(to + back * 8, y - 3.6);
		head.lineTo(to + back * 8, y + 3.6);
		head.closePath();
		g2.fill(head);
	}

	private void numbers(Graphics2D g2, ChartTheme theme, FlowNode row, double top, double middle) {
		double left = numbers();
		long whole = Math.max(1, flow.root().cycles());
		double share = Math.clamp((double) row.cycles() / whole, 0, 1);
		// The share of the whole, behind the cycles.
		g2.setPaint(theme.grid());
		double room = numberWidth - GAP / 2;
		g2.fill(new Rectangle2D.Double(left + 2 * numberWidth - room * share + 3, top + 3, room * share, ROW - 6));
		double y = middle - Lettering.height(Lettering.NORMAL) / 2;
		Lettering.drawRight(g2, row.traps() == 0 ? "\u2013" : number(row.traps()), left + numberWidth, y, Lettering.NORMAL, theme.ink());
		Lettering.drawRight(g2, number(row.cycles()), left + 2 * numberWidth, y, Lettering.NORMAL, theme.ink());
		Lettering.drawRight(g2, number(row.start()), left + 3 * numberWidth, y, Lettering.NORMAL, theme.muted());
	}

	private String sentence(FlowNode row) {
		if (row.kind() == FlowNode.Kind.RETURN) {
			return "L" + row.target() + " goes on";
		}
		return "%s: %s\n%s traps, %s cycles".formatted(flow.lanes().get(row.level()), row.label(), number(row.traps()), number(row.cycles()))
				+ (row.hasParts() ? "\nDouble-click opens and closes it." : "");
	}

	static String number(long value) {
		return String.format(Locale.ROOT, "%,d", value);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof FlowPicture that && flow == that.flow && open.equals(that.open);
	}

	@Override
	public int hashCode() {
		return open.hashCode();
	}
}
