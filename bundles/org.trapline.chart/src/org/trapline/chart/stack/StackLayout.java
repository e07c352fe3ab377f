// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.trapline.chart.picture.Lettering;
import org.trapline.run.picture.StackDiagram;
import org.trapline.run.picture.StackDiagram.Core;
import org.trapline.run.picture.StackDiagram.DeviceBox;
import org.trapline.run.picture.StackDiagram.Hop;
import org.trapline.run.picture.StackDiagram.LevelBox;
import org.trapline.run.picture.StackDiagram.Route;

/**
 * Where the parts of a stack's picture go: boxes one above the other, each VM in a frame of its own inside that of the VM below, and lines that
 * avoid them. By the layered layout of the Eclipse Layout Kernel.
 */
final class StackLayout {

	/**
	 * A line, from where it begins to where it ends.
	 *
	 * @param number of the hop in its way, from 1
	 * @param label  the room of its number; no two overlap
	 */
	record Line(Route route, int number, Hop hop, List<Point2D> points, Rectangle2D label) {
	}

	/** A line from a device to the level that has it. */
	record Assignment(DeviceBox device, List<Point2D> points) {
	}

	/**
	 * Cores in the machine's box: one with its threads, or several that are folded.
	 *
	 * @param first the first of them
	 * @param last  the last of them
	 */
	record CoreBox(Core first, Core last, Rectangle2D area) {

		boolean folded() {
			return first != last;
		}

		/** {@code cores 8 to 63}. */
		String words() {
			return folded() ? "cores " + first.number() + " to " + last.number() : "core " + first.number();
		}
	}

	/** The nodes of a diagram's parts. */
	private record Nodes(ElkNode machine, List<ElkNode> levels, Map<String, ElkNode> devices) {

		/** The nodes at the lower and at the upper end of hops to a level; the lower ones are several where the hardware's end is several devices. */
		List<ElkNode> lower(Hop hop) {
			int level = Math.min(hop.from(), hop.to());
			if (level != Hop.HARDWARE) {
				return List.of(levels.get(level));
			}
			return hop.devices().isEmpty() ? List.of(machine) : hop.devices().stream().map(devices::get).toList();
		}

		ElkNode upper(Hop hop) {
			return levels.get(Math.max(hop.from(), hop.to()));
		}
	}

	static final double LINE = 17;
	static final double THREAD = 15;
	static final double CORE_GAP = 6;
	/** Height of a hypervisor's own device. */
	private static final double OWN = 21;
	/** Height of the room of a number. */
	static final double NUMBER = 15;
	/** Cores in a row of the machine, as long as there are no more rows than columns. */
	private static final int COLUMNS = 10;
	private static final int LEAST_FOLDED = 3;
	/** Lines end at a node this far from each other. */
	private static final double PORT = 18;

	private static final double PADDING = 12;
	private static final double FRAME = 28;
	private static final double LEAST_WIDTH = 190;
	private static final double LEAST_CORE = 60;
	private static final double MOST_CORE = 120;

	private final Map<Integer, Rectangle2D> levels = new LinkedHashMap<>();
	private final Map<Integer, Rectangle2D> frames = new LinkedHashMap<>();
	private final Map<String, Rectangle2D> devices = new LinkedHashMap<>();
	private final Map<Integer, Rectangle2D> own = new LinkedHashMap<>();
	private final List<Line> lines = new ArrayList<>();
	private final List<Assignment> assignments = new ArrayList<>();
	/** Rows of cores: for one core it twice, for folded ones the first and the last. */
	private final List<List<List<Core>>> rows;
	private Rectangle2D machine;
	private double width;
	private double height;

	/**
	 * Lays out a diagram. Takes its time.
	 *
	 * @param cores how many cores to draw one by one; those with pinned vCPUs are drawn in any case
	 */
	StackLayout(StackDiagram diagram, int cores) {
		rows = rows(diagram, cores);
		synchronized (StackLayout.class) {
			// Twice registered does no harm; the service itself belongs to the library.
			LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
		}
		ElkNode root = ElkGraphUtil.createGraph();
		root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
		root.setProperty(CoreOptions.DIRECTION, Direction.UP);
		root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
		root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 13.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 30.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 13.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
		root.setProperty(LayeredOptions.SPACING_LABEL_NODE, 6.0);
		root.setProperty(CoreOptions.PADDING, new ElkPadding(0));

		ElkNode machineNode = node(root, machineWidth(diagram), machineHeight(diagram));
		machineNode.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
		List<ElkNode> nodes = new ArrayList<>();
		Map<Integer, ElkNode> frameNodes = new LinkedHashMap<>();
		ElkNode parent = root;
		for (LevelBox level : diagram.levels()) {
			if (level.level() > 0) {
				parent = ElkGraphUtil.createNode(parent);
				parent.setProperty(CoreOptions.PADDING, new ElkPadding(FRAME, PADDING, PADDING, PADDING));
				frameNodes.put(level.level(), parent);
			}
			nodes.add(node(parent, levelWidth(level, diagram.servedOn(level.level())), levelHeight(level, diagram.servedOn(level.level()))));
		}
		// What lies on what, whether or not anything goes there.
		ElkNode below = machineNode;
		for (ElkNode node : nodes) {
			ElkEdge order = ElkGraphUtil.createSimpleEdge(below, node);
			order.setProperty(LayeredOptions.PRIORITY_DIRECTION, 10);
			order.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 10);
			below = node;
		}
		Map<DeviceBox, ElkEdge> assigned = new LinkedHashMap<>();
		Map<DeviceBox, ElkNode> deviceNodes = new LinkedHashMap<>();
		for (DeviceBox device : diagram.machine().devices()) {
			ElkNode node = node(root, deviceWidth(device), 2 * LINE + 8);
			// Beside the machine, whichever level has it.
			node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
			deviceNodes.put(device, node);
			assigned.put(device, ElkGraphUtil.createSimpleEdge(node, nodes.get(Math.min(device.assigned().orElse(0), nodes.size() - 1))));
		}
		Nodes parts = new Nodes(machineNode, nodes, new LinkedHashMap<>());
		deviceNodes.forEach((device, node) -> parts.devices().put(device.name(), node));
		Map<ElkEdge, Line> hops = new LinkedHashMap<>();
		for (Route route : diagram.routes()) {
			int number = 1;
			for (Hop hop : route.hops()) {
				// Always from below to above: the layers are those of the levels, whichever way an arrow points.
				for (ElkNode lower : parts.lower(hop)) {
					ElkEdge edge = ElkGraphUtil.createSimpleEdge(port(lower), port(parts.upper(hop)));
					ElkLabel label = ElkGraphUtil.createLabel(number(diagram, route, number), edge);
					label.setDimensions(Math.max(NUMBER, Lettering.width(label.getText(), Lettering.TINY) + 8), NUMBER);
					label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
					label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
					hops.put(edge, new Line(route, number, hop, List.of(), new Rectangle2D.Double()));
				}
				number++;
			}
		}
		new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());

		machine = area(machineNode);
		for (int i = 0; i < nodes.size(); i++) {
			levels.put(i, area(nodes.get(i)));
		}
		frameNodes.forEach((level, node) -> frames.put(level, area(node)));
		deviceNodes.forEach((device, node) -> devices.put(device.name(), area(node)));
		assigned.forEach((device, edge) -> assignments.add(new Assignment(device, points(edge))));
		hops.forEach((edge, line) -> {
			List<Point2D> points = points(edge);
			ElkLabel label = edge.getLabels().get(0);
			Point2D origin = origin(edge.getContainingNode());
			lines.add(new Line(line.route(), line.number(), line.hop(), line.hop().from() <= line.hop().to() ? points : points.reversed(),
					new Rectangle2D.Double(origin.getX() + label.getX(), origin.getY() + label.getY(), label.getWidth(), label.getHeight())));
		});
		for (LevelBox level : diagram.levels()) {
			List<String> served = diagram.servedOn(level.level());
			if (!served.isEmpty()) {
				own.put(level.level(), own(level.level(), served));
			}
		}
		width = root.getWidth();
		height = root.getHeight();
	}

	/** {@code B3}: the third hop of the second way. Letters tell ways apart where colours do not, as in print. */
	static String number(StackDiagram diagram, Route route, int hop) {
		return letter(diagram.routes().indexOf(route)) + hop;
	}

	/** A, B, …, Z, AA, AB, … */
	static String letter(int index) {
		return (index < 26 ? "" : letter(index / 26 - 1)) + (char) ('A' + index % 26);
	}

	private static ElkPort port(ElkNode node) {
		ElkPort port = ElkGraphUtil.createPort(node);
		port.setDimensions(0, 0);
		return port;
	}

	private static ElkNode node(ElkNode parent, double width, double height) {
		ElkNode node = ElkGraphUtil.createNode(parent);
		node.setDimensions(width, height);
		// Wider where many lines end.
		node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.PORTS, SizeConstraint.MINIMUM_SIZE));
		node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(width, height));
		node.setProperty(CoreOptions.SPACING_PORT_PORT, PORT);
		return node;
	}

	// ------------------------------------------------------------------------------------------- sizes

	private static double levelWidth(LevelBox level, List<String> served) {
		double widest = Lettering.width(title(level), Lettering.NORMAL);
		for (String mechanism : level.mechanisms()) {
			widest = Math.max(widest, Lettering.width(mechanism, Lettering.SMALL));
		}
		return Math.max(LEAST_WIDTH, Math.max(widest, served.isEmpty() ? 0 : ownWidth(served)) + 40);
	}

	private static double levelHeight(LevelBox level, List<String> served) {
		return 2 * PADDING + LINE + (level.mechanisms().isEmpty() ? 0 : 4 + LINE * level.mechanisms().size()) + (served.isEmpty() ? 0 : OWN);
	}

	/** {@code virtual nic}: what a hypervisor serves its guest with. */
	static String own(List<String> served) {
		return "virtual " + String.join(", ", served);
	}

	private static double ownWidth(List<String> served) {
		return Lettering.width(own(served), Lettering.SMALL) + 2 * PADDING;
	}

	/** At the lower edge of the level's box, where the lines to the devices of the machine leave it. */
	private Rectangle2D own(int level, List<String> served) {
		Rectangle2D box = levels.get(level);
		double middle = lines.stream().filter(line -> line.hop().kind() == Hop.Kind.SERVICE && line.hop().from() == level).mapToDouble(line -> line.points().getFirst().getX())
				.average().orElse(box.getCenterX());
		double wide = ownWidth(served);
		return new Rectangle2D.Double(Math.clamp(middle - wide / 2, box.getX() + 6, box.getMaxX() - wide - 6), box.getMaxY() - OWN, wide, OWN);
	}

	/** {@code L1 KvmNonVhe}. */
	static String title(LevelBox level) {
		return "L" + level.level() + " " + level.name();
	}

	/** {@code Moonshot: arm.v8_3, 2.4 GHz}. */
	static String title(StackDiagram.Machine machine) {
		return machine.name() + ": " + machine.cpu() + (machine.clock().isEmpty() ? "" : ", " + machine.clock());
	}

	/** The first cores, and all that vCPUs are pinned to; what is between is folded. */
	private static List<List<List<Core>>> rows(StackDiagram diagram, int cores) {
		List<List<Core>> boxes = new ArrayList<>();
		List<Core> folded = new ArrayList<>();
		for (Core core : diagram.machine().cores()) {
			if (core.number() < cores || core.threads().stream().anyMatch(pinned -> !pinned.isEmpty())) {
				fold(folded, boxes);
				boxes.add(List.of(core, core));
			} else {
				folded.add(core);
			}
		}
		fold(folded, boxes);
		int columns = Math.max(COLUMNS, (int) Math.ceil(Math.sqrt(boxes.size())));
		List<List<List<Core>>> rows = new ArrayList<>();
		for (int i = 0; i < boxes.size(); i += columns) {
			rows.add(boxes.subList(i, Math.min(boxes.size(), i + columns)));
		}
		return rows;
	}

	/** Closes a run of cores: a box for one or two would save no room. */
	private static void fold(List<Core> run, List<List<Core>> boxes) {
		if (run.size() < LEAST_FOLDED) {
			run.forEach(core -> boxes.add(List.of(core, core)));
		} else {
			boxes.add(List.of(run.get(0), run.get(run.size() - 1)));
		}
		run.clear();
	}

	private double machineWidth(StackDiagram diagram) {
		double cores = rows.get(0).size() * (coreWidth() + CORE_GAP) - CORE_GAP + 2 * PADDING;
		return Math.max(Math.max(LEAST_WIDTH, cores), Lettering.width(title(diagram.machine()), Lettering.NORMAL) + 2 * PADDING + 12);
	}

	/** All cores are as wide as the longest name in any asks for. */
	private double coreWidth() {
		double widest = rows.stream().flatMap(List::stream).flatMap(box -> box.get(0) == box.get(1)
				? box.get(0).threads().stream().map(pinned -> Lettering.width(String.join(", ", pinned), Lettering.TINY))
				: Stream.of(Lettering.width(box.get(0).number() + " to " + box.get(1).number(), Lettering.SMALL) + 4)).max(Double::compare).orElse(0.0);
		return Math.clamp(widest + 14, LEAST_CORE, MOST_CORE);
	}

	private double machineHeight(StackDiagram diagram) {
		return 2 * PADDING + LINE + 4 + rows.size() * (coreHeight(diagram) + CORE_GAP) - CORE_GAP;
	}

	private static double coreHeight(StackDiagram diagram) {
		int threads = diagram.machine().cores().stream().mapToInt(core -> core.threads().size()).max().orElse(1);
		// A folded box has two lines.
		return Math.max(2 * LINE, LINE + threads * THREAD) + 8;
	}

	private static double deviceWidth(DeviceBox device) {
		return Math.max(80, Lettering.width(device.name(), Lettering.NORMAL) + 2 * PADDING);
	}

	// ------------------------------------------------------------------------------------------- places

	private static Rectangle2D area(ElkNode node) {
		Point2D origin = origin(node);
		return new Rectangle2D.Double(origin.getX(), origin.getY(), node.getWidth(), node.getHeight());
	}

	private static Point2D origin(ElkNode node) {
		double x = 0;
		double y = 0;
		for (ElkNode each = node; each != null; each = each.getParent()) {
			x += each.getX();
			y += each.getY();
		}
		return new Point2D.Double(x, y);
	}

	private static List<Point2D> points(ElkEdge edge) {
		Point2D origin = origin(edge.getContainingNode());
		List<Point2D> points = new ArrayList<>();
		for (ElkEdgeSection section : edge.getSections()) {
			points.add(new Point2D.Double(origin.getX() + section.getStartX(), origin.getY() + section.getStartY()));
			for (ElkBendPoint bend : section.getBendPoints()) {
				points.add(new Point2D.Double(origin.getX() + bend.getX(), origin.getY() + bend.getY()));
			}
			points.add(new Point2D.Double(origin.getX() + section.getEndX(), origin.getY() + section.getEndY()));
		}
		return List.copyOf(points);
	}

	double width() {
		return width;
	}

	double height() {
		return height;
	}

	Rectangle2D machine() {
		return machine;
	}

	/** Boxes of software, by level. */
	Map<Integer, Rectangle2D> levels() {
		return levels;
	}

	/** Frames of VMs, by the level of the software in them. */
	Map<Integer, Rectangle2D> frames() {
		return frames;
	}

	/** Boxes of devices, by name. */
	Map<String, Rectangle2D> devices() {
		return devices;
	}

	/** The devices of hypervisors, by their level, in their boxes. */
	Map<Integer, Rectangle2D> own() {
		return own;
	}

	/** The ways, hop by hop. */
	List<Line> lines() {
		return lines;
	}

	List<Assignment> assignments() {
		return assignments;
	}

	/** The boxes of the cores, in the machine's box. */
	List<CoreBox> cores(StackDiagram diagram) {
		List<CoreBox> boxes = new ArrayList<>();
		int columns = rows.get(0).size();
		double room = (machine.getWidth() - 2 * PADDING - (columns - 1) * CORE_GAP) / columns;
		double high = coreHeight(diagram);
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < rows.get(row).size(); column++) {
				List<Core> box = rows.get(row).get(column);
				boxes.add(new CoreBox(box.get(0), box.get(1), new Rectangle2D.Double(machine.getX() + PADDING + column * (room + CORE_GAP),
						machine.getY() + PADDING + LINE + 4 + row * (high + CORE_GAP), room, high)));
			}
		}
		return boxes;
	}
}
