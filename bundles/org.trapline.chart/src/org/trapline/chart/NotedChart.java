// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.Title;
import org.trapline.chart.picture.Fonts;

/** A chart that gives up its notes before its bars where there is little room. */
final class NotedChart extends JFreeChart {

	private static final long serialVersionUID = 1L;

	/** Below this height in points there are no notes. */
	private static final double ROOMY = 300;

	private final transient List<Title> notes = new ArrayList<>();

	NotedChart(Plot plot) {
		super(null, Fonts.ofSize(Fonts.TITLE), plot, false);
	}

	/** Adds a text that may be left out. */
	void addNote(Title title) {
		addSubtitle(title);
		// hiding it while drawing must not ask for another drawing
		title.setNotify(false);
		notes.add(title);
	}

	@Override
	public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
		notes.forEach(note -> note.setVisible(area.getHeight() >= ROOMY));
		super.draw(g2, area, anchor, info);
	}
}
