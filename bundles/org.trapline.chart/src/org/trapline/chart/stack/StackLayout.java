// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.stack;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
	/** Height of a hypervisor's own device. */
	private static final double OWN = 21;
	/** Height of the room of a number. */
	static final double NUMBER = 15;
	/** Lines end at a node this far from each other. */
	private static final double PORT = 18;

	private static final double PADDING = 12;
	private static final double FRAME = 28;
	private static final double LEAST_WIDTH = 190;

	private final Map<Integer, Rectangle2D> levels = new LinkedHashMap<>();
	private final Map<Integer, Rectangle2D> frames = new LinkedHashMap<>();
	private final Map<String, Rectangle2D> devices = new LinkedHashMap<>();
	private final Map<Integer, Rectangle2D> own = new LinkedHashMap<>();
	private final List<Line> lines = new ArrayList<>();
	private final List<Assignment> assignments = new ArrayList<>();
	private final CoreRows cores;
	private Rectangle2D machine;
	private double width;
	private double height;

	/**
	 * Lays out a diagram. Takes its time.
	 *
	 * @param cores how many cores to draw one by one; those with pinned vCPUs are drawn in any case
	 */
	StackLayout(StackDiagram diagram, int cores) {
		this.cores = new CoreRows(diagram.machine().cores(), cores);
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

		ElkNode machineNode = node(root, machineWidth(diagram), machineHeight());
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

	private double machineWidth(StackDiagram diagram) {
		return Math.max(Math.max(LEAST_WIDTH, cores.width() + 2 * PADDING), Lettering.width(title(diagram.machine()), Lettering.NORMAL) + 2 * PADDING + 12);
	}

	private double machineHeight() {
		return 2 * PADDING + LINE + 4 + cores.height();
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
	List<CoreRows.Box> cores() {
		return cores.boxes(machine.getX() + PADDING, machine.getY() + PADDING + LINE + 4, machine.getWidth() - 2 * PADDING);
	}
}
