// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.heat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.trapline.chart.ChartMark;
import org.trapline.chart.MetricText;
import org.trapline.chart.RegionEntity;
import org.trapline.chart.Ticks;
import org.trapline.chart.Zoom;
import org.trapline.chart.heat.HeatData.Cell;
import org.trapline.chart.heat.HeatData.Panel;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Fonts;
import org.trapline.chart.picture.Texts;

/** The plot of a heat map: panels in rows, all in one scale of colours, which lies on the right. */
public final class HeatPlot extends Plot {

	private static final long serialVersionUID = 1L;

	private static final double GAP = 18;
	private static final double BAR = 14;
	/** Steps of the scale's picture. */
	private static final int STEPS = 64;

	private final transient HeatData data;
	private final transient ChartTheme theme;
	private final int fromColumn;
	private final int toColumn;
	private final int fromRow;
	private final int toRow;

	HeatPlot(HeatData data, ChartTheme theme, Zoom zoom) {
		this.data = data;
		this.theme = theme;
		this.fromColumn = first(zoom.left(), data.columns().size());
		this.toColumn = last(zoom.right(), data.columns().size(), fromColumn);
		this.fromRow = first(zoom.bottom(), data.rows().size());
		this.toRow = last(zoom.top(), data.rows().size(), fromRow);
	}

	private static int first(double share, int size) {
		return Math.min(size - 1, (int) Math.floor(share * size));
	}

	private static int last(double share, int size, int first) {
		return Math.clamp((long) Math.ceil(share * size), first + 1, size);
	}

	@Override
	public String getPlotType() {
		return "Heat map";
	}

	@Override
	public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
		if (area.getWidth() <= MINIMUM_WIDTH_TO_DRAW || area.getHeight() <= MINIMUM_HEIGHT_TO_DRAW) {
			return;
		}
		double line = Fonts.height(Fonts.NORMAL);
		Ticks ticks = scaleTicks(Math.max(1, area.getHeight() - 2 * line));
		double scaleWidth = ticks.marks().stream().mapToDouble(mark -> Fonts.width(mark.text(), Fonts.SMALL)).max().orElse(0) + BAR + 8;
		double rowNames = data.rows().stream().mapToDouble(name -> Fonts.width(name, Fonts.NORMAL)).max().orElse(0) + 8;
		Rectangle2D maps = new Rectangle2D.Double(area.getX(), area.getY(), Math.max(1, area.getWidth() - scaleWidth - GAP), area.getHeight());
		int panels = data.panels().size();
		int across = columns(panels, maps.getWidth() / maps.getHeight());
		int down = (panels + across - 1) / across;
		double width = (maps.getWidth() - (across - 1) * GAP) / across;
		double height = (maps.getHeight() - (down - 1) * GAP) / down;
		if (info != null) {
			info.setPlotArea(area);
		}
		for (int i = 0; i < panels; i++) {
			Rectangle2D place = new Rectangle2D.Double(maps.getX() + i % across * (width + GAP), maps.getY() + i / across * (height + GAP), width, height);
			panel(g2, data.panels().get(i), place, rowNames, info);
		}
		scale(g2, new Rectangle2D.Double(area.getMaxX() - scaleWidth, area.getY() + line + 8, BAR, Math.max(1, area.getHeight() - 3 * line - 16)), ticks);
	}

	/** How many panels lie side by side, so that they are about as wide as high. */
	private static int columns(int panels, double ratio) {
		return (int) Math.clamp(Math.round(Math.sqrt(panels * ratio)), 1, panels);
	}

	private void panel(Graphics2D g2, Panel panel, Rectangle2D place, double rowNames, PlotRenderingInfo info) {
		double line = Fonts.height(Fonts.NORMAL);
		double ascent = Fonts.ascent(Fonts.NORMAL);
		String heading = Texts.fitted(panel.name(), place.getWidth(), Fonts.NORMAL);
		g2.setPaint(theme.ink());
		g2.setFont(Fonts.forText(heading, Fonts.NORMAL));
		g2.drawString(heading, (float) place.getX(), (float) (place.getY() + ascent));
		g2.setPaint(theme.muted());
		String down = Texts.fitted(data.down(), place.getWidth(), Fonts.SMALL);
		g2.setFont(Fonts.forText(down, Fonts.SMALL));
		g2.drawString(down, (float) place.getX(), (float) (place.getY() + line + Fonts.ascent(Fonts.SMALL)));
		double top = line + Fonts.height(Fonts.SMALL) + 4;
		Rectangle2D map = new Rectangle2D.Double(place.getX() + rowNames, place.getY() + top, Math.max(1, place.getWidth() - rowNames),
				Math.max(1, place.getHeight() - top - 2 * line - 8));
		if (info != null && (info.getDataArea() == null || info.getDataArea().isEmpty())) {
			info.setDataArea(map);
		}
		double cellWidth = map.getWidth() / (toColumn - fromColumn);
		double cellHeight = map.getHeight() / (toRow - fromRow);
		names(g2, map, cellWidth, cellHeight);
		for (Cell cell : panel.cells()) {
			if (cell.column() >= fromColumn && cell.column() < toColumn && cell.row() >= fromRow && cell.row() < toRow) {
				Rectangle2D box = new Rectangle2D.Double(map.getX() + (cell.column() - fromColumn) * cellWidth,
						map.getMaxY() - (cell.row() - fromRow + 1) * cellHeight, cellWidth, cellHeight);
				cell(g2, panel, cell, box, info);
			}
		}
		g2.setPaint(theme.muted());
		String label = Texts.fitted(data.across(), map.getWidth(), Fonts.SMALL);
		g2.setFont(Fonts.forText(label, Fonts.SMALL));
		g2.drawString(label, (float) (map.getCenterX() - Fonts.width(label, Fonts.SMALL) / 2),
				(float) (map.getMaxY() + line + 6 + Fonts.ascent(Fonts.SMALL)));
	}

	private void names(Graphics2D g2, Rectangle2D map, double cellWidth, double cellHeight) {
		double line = Fonts.height(Fonts.NORMAL);
		double ascent = Fonts.ascent(Fonts.NORMAL);
		g2.setPaint(theme.ink());
		int everyRow = (int) Math.max(1, Math.ceil(line / cellHeight));
		for (int row = fromRow; row < toRow; row += everyRow) {
			String name = data.rows().get(row);
			g2.setFont(Fonts.forText(name, Fonts.NORMAL));
			double middle = map.getMaxY() - (row - fromRow + 0.5) * cellHeight;
			g2.drawString(name, (float) (map.getX() - 6 - Fonts.width(name, Fonts.NORMAL)), (float) (middle - line / 2 + ascent));
		}
		double widest = data.columns().stream().mapToDouble(name -> Fonts.width(name, Fonts.NORMAL)).max().orElse(0) + 8;
		int everyColumn = (int) Math.max(1, Math.ceil(widest / cellWidth));
		for (int column = fromColumn; column < toColumn; column += everyColumn) {
			String name = data.columns().get(column);
			g2.setFont(Fonts.forText(name, Fonts.NORMAL));
			double middle = map.getX() + (column - fromColumn + 0.5) * cellWidth;
			g2.drawString(name, (float) (middle - Fonts.width(name, Fonts.NORMAL) / 2), (float) (map.getMaxY() + 4 + ascent));
		}
	}

	private void cell(Graphics2D g2, Panel panel, Cell cell, Rectangle2D box, PlotRenderingInfo info) {
		Color color = theme.heat(share(cell.value().doubleValue()));
		g2.setPaint(color);
		double gap = box.getWidth() > 8 && box.getHeight() > 8 ? 1 : 0;
		g2.fill(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth() - gap, box.getHeight() - gap));
		String point = data.across() + " = " + data.columns().get(cell.column()) + ", " + data.down() + " = " + data.rows().get(cell.row());
		ChartMark mark = new ChartMark(ChartMark.Kind.CELL, point, panel.name(), cell.sample());
		RegionEntity.add(info, mark, () -> MetricText.sentence(panel.name() + ", " + point, data.scale(), cell.value(), Optional.empty(),
				cell.sample().flatMap(sample -> sample.row().comparison()), cell.sample()), box);
		for (String text : List.of(MetricText.full(cell.value()), MetricText.brief(cell.value()))) {
			for (float size : new float[] { Fonts.NORMAL, Fonts.SMALL, Fonts.TINY }) {
				double width = Fonts.width(text, size);
				double height = Fonts.height(size);
				if (width + 6 <= box.getWidth() && height + 4 <= box.getHeight()) {
					g2.setPaint(ChartTheme.readableOn(color));
					g2.setFont(Fonts.forText(text, size));
					Rectangle2D label = new Rectangle2D.Double(box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
					g2.drawString(text, (float) label.getX(), (float) (label.getY() + Fonts.ascent(size)));
					RegionEntity.add(info, new ChartMark(ChartMark.Kind.VALUE_LABEL, point, panel.name(), cell.sample()), () -> text, label);
					return;
				}
			}
		}
	}

	// ------------------------------------------------------------------------------------------- the scale of colours

	private double low() {
		double smallest = data.smallest().doubleValue();
		return data.scale().log() ? Math.max(smallest, data.largest().doubleValue() * 1e-12) : smallest;
	}

	private double high() {
		return Math.max(data.largest().doubleValue(), low());
	}

	private Ticks scaleTicks(double length) {
		double low = low();
		double high = high() > low ? high() : low + 1;
		return Ticks.of(new double[] { low, high }, data.scale().log() && low > 0, data.scale().count(), length, 40);
	}

	/** Where a value lies on the scale. */
	private double share(double value) {
		double low = low();
		double high = high();
		if (high <= low) {
			return 0.5;
		}
		return data.scale().log() && low > 0 ? Math.clamp(Math.log(Math.max(value, low) / low) / Math.log(high / low), 0, 1) : (value - low) / (high - low);
	}

	private void scale(Graphics2D g2, Rectangle2D bar, Ticks ticks) {
		for (int i = 0; i < STEPS; i++) {
			g2.setPaint(theme.heat((i + 0.5) / STEPS));
			double height = bar.getHeight() / STEPS;
			g2.fill(new Rectangle2D.Double(bar.getX(), bar.getMaxY() - (i + 1) * height, bar.getWidth(), height + 0.5));
		}
		g2.setPaint(theme.muted());
		double half = Fonts.height(Fonts.SMALL) / 2;
		for (Ticks.Mark mark : ticks.marks()) {
			double y = bar.getMaxY() - ticks.place(mark.value()) * bar.getHeight();
			g2.setFont(Fonts.ofSize(Fonts.SMALL));
			g2.drawString(mark.text(), (float) (bar.getMaxX() + 6), (float) (y - half + Fonts.ascent(Fonts.SMALL)));
		}
		String label = data.scale().unit();
		g2.setFont(Fonts.forText(label, Fonts.SMALL));
		g2.drawString(label, (float) bar.getX(), (float) (bar.getY() - 6));
	}
}
