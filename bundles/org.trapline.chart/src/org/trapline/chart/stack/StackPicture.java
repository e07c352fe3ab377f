// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Drawing;
import org.trapline.chart.picture.Lettering;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.run.picture.StackDiagram;
import org.trapline.run.picture.StackDiagram.Core;
import org.trapline.run.picture.StackDiagram.DeviceBox;
import org.trapline.run.picture.StackDiagram.Hop;
import org.trapline.run.picture.StackDiagram.LevelBox;
import org.trapline.run.picture.StackDiagram.Route;

/**
 * A stack as a picture: the machine with its cores and devices at the bottom, hypervisors on it, VMs as frames around what runs in them, and
 * each workload's way as numbered arrows of one colour. Laid out when it is made, which takes its time.
 */
public final class StackPicture implements Picture<StackMark> {

	private static final double MARGIN = 16;
	private static final double TITLE = 36;
	private static final double LEGEND = 20;
	/** Where the words of the legend begin, after a way's letter. */
	private static final double TEXT = 30;
	private static final Stroke BORDER = new BasicStroke(1.1f);
	private static final Stroke FRAME = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 6, 4 }, 0);
	private static final Stroke WAY = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	private static final Stroke ASSIGNED = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] { 1, 4 }, 0);

	/** How lines of ways look. */
	private enum Style {
		WAY(StackPicture.WAY, "goes there"), //
		BACK(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 5, 3 }, 0), "handled: goes on"), //
		SERVICE(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] { 1, 4 }, 0), "between a device and who serves it, in its own time"), //
		REPLACED(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 9, 3, 2, 3 }, 0), "in place of a trap");

		private final Stroke stroke;
		private final String words;

		Style(Stroke stroke, String words) {
			this.stroke = stroke;
			this.words = words;
		}
	}

	/** A line is hit within this distance. */
	private static final double NEAR = 5;

	/** As many cores are drawn one by one unless somebody asks for more. */
	public static final int CORES = 8;
	/** What is not to be looked at keeps this share of its colour. */
	private static final double FAINT = 0.2;

	private final StackDiagram diagram;
	private final StackLayout layout;
	private final Optional<String> looked;

	public StackPicture(StackDiagram diagram) {
		this(diagram, CORES);
	}

	/** @param cores how many cores are drawn one by one, beside those that vCPUs are pinned to; the others are folded into boxes that say which they are */
	public StackPicture(StackDiagram diagram, int cores) {
		this(diagram, new StackLayout(diagram, cores), Optional.empty());
	}

	private StackPicture(StackDiagram diagram, StackLayout layout, Optional<String> looked) {
		this.diagram = diagram;
		this.layout = layout;
		this.looked = looked;
	}

	/** The same with one way to be looked at: the others become faint. All of them are clear where there is none, or the picture has no such way. */
	public StackPicture lookAt(Optional<String> workload) {
		return new StackPicture(diagram, layout, workload.filter(name -> diagram.routes().stream().anyMatch(route -> route.workload().equals(name))));
	}

	/** The way that is looked at. */
	public Optional<String> looked() {
		return looked;
	}

	/** What it shows. */
	public StackDiagram diagram() {
		return diagram;
	}

	@Override
	public String title() {
		return "Stack " + diagram.stack();
	}

	private double top() {
		return TITLE + LEGEND * (diagram.routes().isEmpty() ? 1 : diagram.routes().size() + 1) + 10;
	}

	@Override
	public ChartSize size() {
		double legend = diagram.routes().stream().mapToDouble(route -> TEXT + Lettering.width(words(route), Lettering.SMALL)).max().orElse(0);
		double key = diagram.routes().isEmpty() ? 0 : styles().stream().mapToDouble(StackPicture::room).sum();
		return new ChartSize(Math.min(ChartSize.MAXIMUM, Math.max(layout.width(), Math.max(legend, key)) + 2 * MARGIN),
				Math.min(ChartSize.MAXIMUM, layout.height() + top() + MARGIN));
	}

	@Override
	public Drawing<StackMark> draw(Graphics2D g2, double width, double height, ChartTheme theme) {
		g2.setPaint(theme.background());
		g2.fill(new Rectangle2D.Double(0, 0, width, height));
		Lettering.draw(g2, Lettering.fitted(title(), width - 2 * MARGIN, Lettering.TITLE), MARGIN, 10, Lettering.TITLE, theme.ink());
		List<PictureRegion<StackMark>> regions = new ArrayList<>();
		legend(g2, theme, regions);
		AffineTransform saved = g2.getTransform();
		// The boxes stand in the middle of what is there.
		double x = MARGIN + Math.max(0, (width - 2 * MARGIN - layout.width()) / 2);
		g2.translate(x, top());
		frames(g2, theme);
		machine(g2, theme, regions, x);
		levels(g2, theme, regions, x);
		layout.assignments().forEach(assignment -> assignment(g2, theme, assignment));
		// What is looked at comes last, over all others.
		List<StackLayout.Line> lines = layout.lines().stream().sorted(Comparator.comparing(line -> clear(line.route()))).toList();
		lines.forEach(line -> line(g2, theme, line, regions, x));
		lines.forEach(line -> number(g2, theme, line, regions, x));
		g2.setTransform(saved);
		return new Drawing<>(regions, Optional.empty());
	}

	private void add(List<PictureRegion<StackMark>> regions, StackMark mark, String text, Rectangle2D area, double x) {
		regions.add(new PictureRegion<>(mark, () -> text, new Rectangle2D.Double(area.getX() + x, area.getY() + top(), area.getWidth(), area.getHeight())));
	}

	// ------------------------------------------------------------------------------------------- legend

	private static String words(Route route) {
		return String.format(Locale.ROOT, "%s: %,d %s, %,d cycles", route.workload(), route.traps(), route.traps() == 1 ? "trap" : "traps", route.cycles());
	}

	private void legend(Graphics2D g2, ChartTheme theme, List<PictureRegion<StackMark>> regions) {
		double y = TITLE;
		if (diagram.routes().isEmpty()) {
			Lettering.draw(g2, "No operation is shown", MARGIN, y, Lettering.SMALL, theme.muted());
		}
		for (int i = 0; i < diagram.routes().size(); i++) {
			Route route = diagram.routes().get(i);
			double middle = y + LEGEND / 2 - 2;
			StackShapes.badge(g2, color(theme, route), StackLayout.letter(i), new Rectangle2D.Double(MARGIN, middle - StackLayout.NUMBER / 2, TEXT - 8, StackLayout.NUMBER));
			Lettering.draw(g2, words(route), MARGIN + TEXT, middle - Lettering.height(Lettering.SMALL) / 2, Lettering.SMALL, clear(route) ? theme.ink() : theme.muted());
			regions.add(new PictureRegion<>(mark(route), () -> sentence(route), new Rectangle2D.Double(MARGIN, y,
					TEXT + Lettering.width(words(route), Lettering.SMALL), LEGEND - 2)));
			y += LEGEND;
		}
		double x = MARGIN;
		for (Style style : diagram.routes().isEmpty() ? List.<Style>of() : styles()) {
			double middle = y + LEGEND / 2 - 2;
			StackShapes.arrow(g2, theme.muted(), style.stroke, List.of(new Point2D.Double(x, middle), new Point2D.Double(x + TEXT - 6, middle)));
			Lettering.draw(g2, style.words, x + TEXT, middle - Lettering.height(Lettering.TINY) / 2, Lettering.TINY, theme.muted());
			x += room(style);
		}
	}

	private static double room(Style style) {
		return TEXT + Lettering.width(style.words, Lettering.TINY) + 14;
	}

	/** The styles of the lines that there are. */
	private List<Style> styles() {
		return Arrays.stream(Style.values()).filter(style -> diagram.routes().stream().flatMap(route -> route.hops().stream()).anyMatch(hop -> style(hop) == style)).toList();
	}

	private static Style style(Hop hop) {
		return !hop.by().isEmpty() ? Style.REPLACED : switch (hop.kind()) {
		case RETURN -> Style.BACK;
		case SERVICE -> Style.SERVICE;
		default -> Style.WAY;
		};
	}

	private Color color(ChartTheme theme, Route route) {
		Color full = theme.bar(diagram.routes().indexOf(route));
		return clear(route) ? full : faint(full, theme.background());
	}

	private boolean clear(Route route) {
		return looked.isEmpty() || looked.get().equals(route.workload());
	}

	private static Color faint(Color color, Color background) {
		return new Color(mix(color.getRed(), background.getRed()), mix(color.getGreen(), background.getGreen()), mix(color.getBlue(), background.getBlue()));
	}

	private static int mix(int color, int background) {
		return (int) Math.round(color * FAINT + background * (1 - FAINT));
	}

	/** The letter of a way: it stands before the numbers of its steps. Empty where the picture has no such way. */
	public Optional<String> letter(String workload) {
		List<String> names = diagram.routes().stream().map(Route::workload).toList();
		return Optional.of(names.indexOf(workload)).filter(index -> index >= 0).map(StackLayout::letter);
	}

	private static StackMark mark(Route route) {
		return new StackMark(StackMark.Kind.ROUTE, route.workload(), 0, Optional.empty());
	}

	private String sentence(Route route) {
		StringBuilder text = new StringBuilder(words(route));
		int number = 1;
		for (Hop hop : route.hops()) {
			text.append('\n').append(number++).append(". ").append(hop.words());
		}
		return text.append("\nDouble-click opens the Trap Flow view.").toString();
	}

	/** A way in one line: {@code L2 traps to L0; L0 forwards it to L1; L1 has handled it: L2 goes on}. */
	public static String way(Route route) {
		return route.hops().stream().map(Hop::words).collect(Collectors.joining("; "));
	}

	// ------------------------------------------------------------------------------------------- boxes

	private void frames(Graphics2D g2, ChartTheme theme) {
		layout.frames().forEach((level, area) -> {
			StackShapes.box(g2, area, null, theme.muted(), FRAME, 14);
			Lettering.draw(g2, level == 1 ? "VM" : "VM in a VM" + (level > 2 ? ", L" + level : ""), area.getX() + 12, area.getY() + 7, Lettering.SMALL, theme.muted());
		});
	}

	private void levels(Graphics2D g2, ChartTheme theme, List<PictureRegion<StackMark>> regions, double x) {
		for (LevelBox level : diagram.levels()) {
			Rectangle2D area = layout.levels().get(level.level());
			StackShapes.box(g2, area, theme.grid(), theme.axis(), BORDER, 6);
			Lettering.draw(g2, StackLayout.title(level), area.getX() + 14, area.getY() + 12, Lettering.NORMAL, theme.ink());
			double y = area.getY() + 12 + StackLayout.LINE + 4;
			for (String mechanism : level.mechanisms()) {
				g2.setPaint(theme.muted());
				g2.fill(new Ellipse2D.Double(area.getX() + 15, y + 4, 5, 5));
				Lettering.draw(g2, mechanism, area.getX() + 26, y, Lettering.SMALL, theme.ink());
				y += StackLayout.LINE;
			}
			String mechanisms = level.mechanisms().isEmpty() ? "" : "\nhas " + String.join(", ", level.mechanisms());
			add(regions, new StackMark(StackMark.Kind.LEVEL, level.name(), level.level(), level.place()),
					(level.guest() ? "L" + level.level() + ": the guest on top" : "L" + level.level() + ": hypervisor " + level.name()) + mechanisms + goThere(level.place()),
					area, x);
			Optional.ofNullable(layout.own().get(level.level())).ifPresent(own -> own(g2, theme, regions, x, level, own));
		}
	}

	/** The device with which a hypervisor serves its guest. */
	private void own(Graphics2D g2, ChartTheme theme, List<PictureRegion<StackMark>> regions, double x, LevelBox level, Rectangle2D area) {
		List<String> served = diagram.servedOn(level.level());
		StackShapes.box(g2, area, theme.background(), theme.axis(), BORDER, 4);
		Lettering.drawCentred(g2, StackLayout.own(served), area.getCenterX(), area.getCenterY() - Lettering.height(Lettering.SMALL) / 2, Lettering.SMALL, theme.ink());
		add(regions, new StackMark(StackMark.Kind.DEVICE, StackLayout.own(served), level.level(), level.place()),
				"L" + level.level() + "'s own device, with which it serves its guest, on " + String.join(", ", served) + goThere(level.place()), area, x);
	}

	private void machine(Graphics2D g2, ChartTheme theme, List<PictureRegion<StackMark>> regions, double x) {
		Rectangle2D area = layout.machine();
		StackShapes.box(g2, area, theme.background(), theme.ink(), BORDER, 4);
		Lettering.draw(g2, StackLayout.title(diagram.machine()), area.getX() + 12, area.getY() + 10, Lettering.NORMAL, theme.ink());
		add(regions, new StackMark(StackMark.Kind.MACHINE, diagram.machine().name(), 0, diagram.machine().place()),
				StackLayout.title(diagram.machine()) + "\n" + diagram.machine().cores().size() + " cores of " + diagram.machine().cores().get(0).threads().size()
						+ " hardware threads" + goThere(diagram.machine().place()), area, x);
		for (CoreRows.Box box : layout.cores()) {
			if (box.folded()) {
				folded(g2, theme, box);
				add(regions, new StackMark(StackMark.Kind.CORES, box.words(), box.first().number(), Optional.empty()),
						box.words() + ": no vCPU is pinned to them\nDouble-click draws them one by one.", box.area(), x);
			} else {
				core(g2, theme, box.first(), box.area());
			}
		}
		for (DeviceBox device : diagram.machine().devices()) {
			Rectangle2D box = layout.devices().get(device.name());
			StackShapes.box(g2, box, theme.background(), theme.ink(), BORDER, 4);
			Lettering.drawCentred(g2, device.name(), box.getCenterX(), box.getY() + 5, Lettering.NORMAL, theme.ink());
			Lettering.drawCentred(g2, device.kind(), box.getCenterX(), box.getY() + 5 + StackLayout.LINE, Lettering.SMALL, theme.muted());
			add(regions, new StackMark(StackMark.Kind.DEVICE, device.name(), 0, device.place()), device.kind() + " device " + device.name()
					+ device.assigned().map(level -> "\nassigned to L" + level).orElse("\nkept by L0") + goThere(device.place()), box, x);
		}
	}

	/** Several cores, as a pile. */
	private static void folded(Graphics2D g2, ChartTheme theme, CoreRows.Box cores) {
		Rectangle2D area = cores.area();
		for (int i = 2; i >= 0; i--) {
			StackShapes.box(g2, new Rectangle2D.Double(area.getX() + 3 * i, area.getY() + 3 * i, area.getWidth() - 6, area.getHeight() - 6), theme.grid(), theme.axis(), BORDER, 3);
		}
		double y = area.getY() + (area.getHeight() - 6) / 2 - StackLayout.LINE;
		Lettering.drawCentred(g2, "cores", area.getCenterX() - 3, y, Lettering.SMALL, theme.muted());
		Lettering.drawCentred(g2, Lettering.fitted(cores.first().number() + " to " + cores.last().number(), area.getWidth() - 8, Lettering.SMALL), area.getCenterX() - 3,
				y + StackLayout.LINE, Lettering.SMALL, theme.ink());
	}

	private static void core(Graphics2D g2, ChartTheme theme, Core core, Rectangle2D area) {
		StackShapes.box(g2, area, theme.grid(), theme.axis(), BORDER, 3);
		Lettering.drawCentred(g2, Lettering.fitted("core " + core.number(), area.getWidth() - 4, Lettering.SMALL), area.getCenterX(), area.getY() + 2,
				Lettering.SMALL, theme.muted());
		double y = area.getY() + StackLayout.LINE;
		for (int thread = 0; thread < core.threads().size(); thread++) {
			Rectangle2D box = new Rectangle2D.Double(area.getX() + 4, y, area.getWidth() - 8, CoreRows.THREAD - 2);
			g2.setPaint(theme.background());
			g2.fill(box);
			List<String> pinned = core.threads().get(thread);
			String text = pinned.isEmpty() ? core.threads().size() > 1 ? "thread " + thread : "" : String.join(", ", pinned);
			String fitted = Lettering.fitted(text, box.getWidth() - 4, Lettering.TINY);
			Lettering.drawCentred(g2, fitted, box.getCenterX(), y + 1, Lettering.TINY, pinned.isEmpty() ? theme.muted() : theme.ink());
			y += CoreRows.THREAD;
		}
	}

	private static String goThere(Optional<?> place) {
		return place.isPresent() ? "\nDouble-click opens the text." : "";
	}

	// ------------------------------------------------------------------------------------------- ways

	private void assignment(Graphics2D g2, ChartTheme theme, StackLayout.Assignment assignment) {
		g2.setPaint(theme.muted());
		g2.setStroke(assignment.device().assigned().isPresent() ? WAY : ASSIGNED);
		g2.draw(StackShapes.path(assignment.points()));
	}

	private void line(Graphics2D g2, ChartTheme theme, StackLayout.Line line, List<PictureRegion<StackMark>> regions, double x) {
		Stroke stroke = style(line.hop()).stroke;
		StackShapes.arrow(g2, color(theme, line.route()), stroke, line.points());
		if (line.hop().kind() == Hop.Kind.DIRECT && line.hop().devices().isEmpty() && line.hop().to() == Hop.HARDWARE) {
			// What software does to the machine, or the machine to it: nothing is in between.
			StackShapes.head(g2, line.points().reversed());
		}
		for (int i = 1; i < line.points().size(); i++) {
			Rectangle2D piece = new Rectangle2D.Double(line.points().get(i - 1).getX(), line.points().get(i - 1).getY(), 0, 0);
			piece.add(line.points().get(i));
			piece.setRect(piece.getX() - NEAR, piece.getY() - NEAR, piece.getWidth() + 2 * NEAR, piece.getHeight() + 2 * NEAR);
			add(regions, mark(line.route()), told(line), piece, x);
		}
	}

	private String told(StackLayout.Line line) {
		return StackLayout.number(diagram, line.route(), line.number()) + ", " + line.route().workload() + ": " + line.hop().words();
	}

	/** The numbers come last, over all lines. */
	private void number(Graphics2D g2, ChartTheme theme, StackLayout.Line line, List<PictureRegion<StackMark>> regions, double x) {
		StackShapes.badge(g2, color(theme, line.route()), StackLayout.number(diagram, line.route(), line.number()), line.label());
		add(regions, new StackMark(StackMark.Kind.STEP, line.route().workload(), line.number(), Optional.empty()), told(line), line.label(), x);
	}
}
