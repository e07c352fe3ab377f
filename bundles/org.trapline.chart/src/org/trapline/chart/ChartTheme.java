// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture. Bars take theirs from the palette of Okabe and Ito, which stays apart for colour-blind eyes; published
 * values are drawn in ink, so they stand out from every bar, and in black-and-white print.
 */
public enum ChartTheme {
	/** Dark on white: for print, and the only theme of exported files. */
	LIGHT(0xFFFFFF, 0x1F2328, 0x59636E, 0xE3E6EA, 0x8C959F, List.of(0x56A3D9, 0xE69F00, 0x009E73, 0xCC79A7, 0xF0E442, 0x0072B2)),
	/** Light on dark: for a dark workbench. */
	DARK(0x1E1F22, 0xECEDEF, 0xA9B0B8, 0x36393E, 0x6B727A, List.of(0x3D8FC9, 0xD08F00, 0x0A9A73, 0xC06C9B, 0xC9BE33, 0x7FC4F0));

	private final Color background;
	private final Color ink;
	private final Color muted;
	private final Color grid;
	private final Color axis;
	private final List<Color> bars;

	ChartTheme(int background, int ink, int muted, int grid, int axis, List<Integer> bars) {
		this.background = new Color(background);
		this.ink = new Color(ink);
		this.muted = new Color(muted);
		this.grid = new Color(grid);
		this.axis = new Color(axis);
		this.bars = bars.stream().map(Color::new).toList();
	}

	/** What the picture lies on. */
	public Color background() {
		return background;
	}

	/** Texts that matter, and published values. */
	public Color ink() {
		return ink;
	}

	/** Texts that explain. */
	public Color muted() {
		return muted;
	}

	Color grid() {
		return grid;
	}

	Color axis() {
		return axis;
	}

	/** The colour of the bars of the workload with this index; beyond the palette it repeats, paler each time. */
	Color bar(int workload) {
		Color color = bars.get(workload % bars.size());
		double keep = Math.pow(0.6, workload / bars.size());
		return new Color(mix(color.getRed(), background.getRed(), keep), mix(color.getGreen(), background.getGreen(), keep),
				mix(color.getBlue(), background.getBlue(), keep));
	}

	private static int mix(int first, int second, double share) {
		return (int) Math.round(first * share + second * (1 - share));
	}
}
