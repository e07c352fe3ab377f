// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.trapline.chart.Lettering;
import org.trapline.run.StackDiagram;
import org.trapline.run.StackDiagram.Core;
import org.trapline.run.StackDiagram.DeviceBox;
import org.trapline.run.StackDiagram.Hop;
import org.trapline.run.StackDiagram.LevelBox;
import org.trapline.run.StackDiagram.Route;

/**
 * Where the parts of a stack's picture go: boxes one above the other, each VM in a frame of its own inside that of the VM below, and lines that
 * avoid them. By the layered layout of the Eclipse Layout Kernel.
 */
final class StackLayout {

	/** A line, from where it begins to where it ends. */
	record Line(Route route, int number, Hop hop, List<Point2D> points) {
	}

	/** A line from a device to the level that has it. */
	record Assignment(DeviceBox device, List<Point2D> points) {
	}

	/** A core in the machine's box, with its threads. */
	record CoreBox(Core core, Rectangle2D area) {
	}

	static final double LINE = 17;
	static final double THREAD = 15;
	static final double CORE_GAP = 6;
	/** More cores than these are not drawn one by one. */
	static final int MOST_CORES = 8;

	private static final double PADDING = 12;
	private static final double FRAME = 28;
	private static final double LEAST_WIDTH = 190;
	private static final double LEAST_CORE = 60;
	private static final double MOST_CORE = 120;

	private final Map<Integer, Rectangle2D> levels = new LinkedHashMap<>();
	private final Map<Integer, Rectangle2D> frames = new LinkedHashMap<>();
	private final Map<String, Rectangle2D> devices = new LinkedHashMap<>();
	private final List<Line> lines = new ArrayList<>();
	private final List<Assignment> assignments = new ArrayList<>();
	private Rectangle2D machine;
	private double width;
	private double height;

	/** Lays out a diagram. Takes its time. */
	StackLayout(StackDiagram diagram) {
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
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
		root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 13.0);
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
			nodes.add(node(parent, levelWidth(level), levelHeight(level)));
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
		Map<ElkEdge, Line> hops = new LinkedHashMap<>();
		for (Route route : diagram.routes()) {
			int number = 1;
			for (Hop hop : route.hops()) {
				// Always from below to above: the layers are those of the levels, whichever way an arrow points.
				ElkNode from = at(hop.from(), machineNode, nodes);
				ElkNode to = at(hop.to(), machineNode, nodes);
				ElkEdge edge = hop.from() <= hop.to() ? ElkGraphUtil.createSimpleEdge(from, to) : ElkGraphUtil.createSimpleEdge(to, from);
				hops.put(edge, new Line(route, number++, hop, List.of()));
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
			lines.add(new Line(line.route(), line.number(), line.hop(), line.hop().from() <= line.hop().to() ? points : points.reversed()));
		});
		width = root.getWidth();
		height = root.getHeight();
	}

	private static ElkNode at(int level, ElkNode machine, List<ElkNode> nodes) {
		return level == Hop.HARDWARE ? machine : nodes.get(level);
	}

	private static ElkNode node(ElkNode parent, double width, double height) {
		ElkNode node = ElkGraphUtil.createNode(parent);
		node.setDimensions(width, height);
		return node;
	}

	// ------------------------------------------------------------------------------------------- sizes

	private static double levelWidth(LevelBox level) {
		double widest = Lettering.width(title(level), Lettering.NORMAL);
		for (String mechanism : level.mechanisms()) {
			widest = Math.max(widest, Lettering.width(mechanism, Lettering.SMALL));
		}
		return Math.max(LEAST_WIDTH, widest + 40);
	}

	private static double levelHeight(LevelBox level) {
		return 2 * PADDING + LINE + (level.mechanisms().isEmpty() ? 0 : 4 + LINE * level.mechanisms().size());
	}

	/** {@code L1 KvmNonVhe}. */
	static String title(LevelBox level) {
		return "L" + level.level() + " " + level.name();
	}

	/** {@code Moonshot: arm.v8_3, 2.4 GHz}. */
	static String title(StackDiagram.Machine machine) {
		return machine.name() + ": " + machine.cpu() + (machine.clock().isEmpty() ? "" : ", " + machine.clock());
	}

	private static int shownCores(StackDiagram diagram) {
		return Math.min(MOST_CORES, diagram.machine().cores().size());
	}

	private static double machineWidth(StackDiagram diagram) {
		double cores = shownCores(diagram) * (coreWidth(diagram) + CORE_GAP) - CORE_GAP + 2 * PADDING;
		return Math.max(Math.max(LEAST_WIDTH, cores), Lettering.width(title(diagram.machine()), Lettering.NORMAL) + 2 * PADDING + 12);
	}

	/** All cores are as wide as the longest name in any asks for. */
	private static double coreWidth(StackDiagram diagram) {
		double widest = diagram.machine().cores().stream().limit(MOST_CORES).flatMap(core -> core.threads().stream())
				.mapToDouble(pinned -> Lettering.width(String.join(", ", pinned), Lettering.TINY)).max().orElse(0);
		return Math.clamp(widest + 14, LEAST_CORE, MOST_CORE);
	}

	private static double machineHeight(StackDiagram diagram) {
		int threads = diagram.machine().cores().stream().mapToInt(core -> core.threads().size()).max().orElse(1);
		return 2 * PADDING + LINE + 4 + LINE + threads * THREAD + 8;
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

	/** The ways, hop by hop. */
	List<Line> lines() {
		return lines;
	}

	List<Assignment> assignments() {
		return assignments;
	}

	/** The boxes of the cores that are drawn, in the machine's box. */
	List<CoreBox> cores(StackDiagram diagram) {
		List<CoreBox> boxes = new ArrayList<>();
		int shown = shownCores(diagram);
		double room = (machine.getWidth() - 2 * PADDING - (shown - 1) * CORE_GAP) / shown;
		for (int i = 0; i < shown; i++) {
			boxes.add(new CoreBox(diagram.machine().cores().get(i), new Rectangle2D.Double(machine.getX() + PADDING + i * (room + CORE_GAP),
					machine.getY() + PADDING + LINE + 4, room, machine.getHeight() - 2 * PADDING - LINE - 4)));
		}
		return boxes;
	}

	/** How many cores there are beside those that are drawn. */
	static Optional<String> more(StackDiagram diagram) {
		int rest = diagram.machine().cores().size() - MOST_CORES;
		return rest > 0 ? Optional.of("and " + rest + " more cores") : Optional.empty();
	}
}
