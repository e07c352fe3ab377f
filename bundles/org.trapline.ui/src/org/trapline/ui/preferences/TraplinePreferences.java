// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.preferences;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.graphics.RGB;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.ui.TraplineUi;

/** What the user prefers: numbers, the theme of charts, threads. */
public final class TraplinePreferences {

	/** Which theme charts have: {@link #WORKBENCH}, {@link #LIGHT} or {@link #DARK}. */
	public static final String CHART_THEME = "charts.theme";
	/** Charts follow the workbench. */
	public static final String WORKBENCH = "workbench";
	/** Charts are dark on white. */
	public static final String LIGHT = "light";
	/** Charts are light on dark. */
	public static final String DARK = "dark";
	/** What stands between thousands in tables: {@link #COMMA}, {@link #SPACE} or {@link #NOTHING}. */
	public static final String THOUSANDS = "numbers.thousands";
	/** {@code 424,814}. */
	public static final String COMMA = "comma";
	/** {@code 424 814}. */
	public static final String SPACE = "space";
	/** {@code 424814}. */
	public static final String NOTHING = "nothing";
	/** At most so many digits after the decimal point in tables. */
	public static final String DECIMALS = "numbers.decimals";
	/** How many threads a run may use. */
	public static final String THREADS = "run.threads";
	/** Whether the results of a run are shown when it is done. */
	public static final String SHOW_RESULTS = "run.showResults";

	/** Digits after the point unless somebody prefers another number. */
	public static final int DEFAULT_DECIMALS = 3;

	private TraplinePreferences() {
	}

	/** Where they are kept; tells of changes. */
	public static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(TraplineUi.BUNDLE);
	}

	private static String text(String key, String other) {
		return Platform.getPreferencesService().getString(TraplineUi.BUNDLE, key, other, null);
	}

	private static int number(String key, int other) {
		return Platform.getPreferencesService().getInt(TraplineUi.BUNDLE, key, other, null);
	}

	/**
	 * The theme for a picture on a background: asking the widget's own background, not the theme's id, makes it right for every theme
	 * that somebody may install.
	 */
	public static ChartTheme chartTheme(RGB background) {
		return switch (text(CHART_THEME, WORKBENCH)) {
		case LIGHT -> ChartTheme.LIGHT;
		case DARK -> ChartTheme.DARK;
		default -> {
			double brightness = 0.299 * background.red + 0.587 * background.green + 0.114 * background.blue;
			yield brightness < 128 ? ChartTheme.DARK : ChartTheme.LIGHT;
		}
		};
	}

	/** A number as it stands in tables: the same on every machine, whatever its language. */
	public static String number(BigDecimal value) {
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		String thousands = text(THOUSANDS, COMMA);
		if (thousands.equals(SPACE)) {
			symbols.setGroupingSeparator('\u202f');
		}
		DecimalFormat format = new DecimalFormat(thousands.equals(NOTHING) ? "0" : "#,##0", symbols);
		format.setMaximumFractionDigits(Math.max(0, number(DECIMALS, DEFAULT_DECIMALS)));
		format.setRoundingMode(RoundingMode.HALF_EVEN);
		return format.format(value);
	}

	/** How many threads a run may use: at least 1. */
	public static int threads() {
		return Math.max(1, number(THREADS, defaultThreads()));
	}

	/** One processor is left for the workbench. */
	public static int defaultThreads() {
		return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
	}

	/** Whether the results of a run are shown when it is done. */
	public static boolean showsResults() {
		return Platform.getPreferencesService().getBoolean(TraplineUi.BUNDLE, SHOW_RESULTS, true, null);
	}
}
