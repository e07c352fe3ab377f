// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

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

	/** Pale to dark: ColorBrewer's yellow-green-blue. */
	private static final List<Integer> HEAT = List.of(0xFFFFD9, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x253494, 0x081D58);

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

	/** Lines that only guide the eye. */
	public Color grid() {
		return grid;
	}

	/** Lines that others stand on. */
	public Color axis() {
		return axis;
	}

	/** The colour of the series, or part, with this index; beyond the palette it repeats, paler each time. */
	public Color bar(int index) {
		Color color = bars.get(index % bars.size());
		double keep = Math.pow(0.6, index / bars.size());
		return new Color(mix(color.getRed(), background.getRed(), keep), mix(color.getGreen(), background.getGreen(), keep),
				mix(color.getBlue(), background.getBlue(), keep));
	}

	/** The colour of a value in a heat map: 0 is the lowest, 1 the highest; it stays apart for colour-blind eyes and in grey. */
	public Color heat(double share) {
		double at = Math.clamp(share, 0, 1) * (HEAT.size() - 1);
		int index = Math.min((int) at, HEAT.size() - 2);
		Color low = new Color(HEAT.get(this == LIGHT ? index : HEAT.size() - 1 - index));
		Color high = new Color(HEAT.get(this == LIGHT ? index + 1 : HEAT.size() - 2 - index));
		double keep = 1 - (at - index);
		return new Color(mix(low.getRed(), high.getRed(), keep), mix(low.getGreen(), high.getGreen(), keep), mix(low.getBlue(), high.getBlue(), keep));
	}

	/** Black or white, whichever can be read on a colour. */
	public static Color readableOn(Color color) {
		double brightness = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
		return brightness > 140 ? Color.BLACK : Color.WHITE;
	}

	private static int mix(int first, int second, double share) {
		return (int) Math.round(first * share + second * (1 - share));
	}
}
