// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.ChartTheme;

/** Editor and chart follow the workbench's theme at once. */
@SuppressWarnings("restriction")
public final class ThemeTest {

	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private ITheme before;

	@Before
	public void remember() {
		before = Ui.get(() -> engine().getActiveTheme());
	}

	@After
	public void restore() {
		Ui.run(() -> engine().setTheme(before, true));
	}

	@Test
	public void theChartTurnsDarkAndTheKeywordsBright() throws Exception {
		Study study = Study.open();
		study.run();
		Ui.await("the light picture", () -> paper() == rgb(ChartTheme.LIGHT));
		int keyword = study.offset("experiment ");
		Ui.run(() -> engine().setTheme(DARK, true));
		Ui.await("the dark picture", () -> paper() == rgb(ChartTheme.DARK));
		Ui.await("keywords that can be read on dark",
				() -> brightness(study.widget().getStyleRangeAtOffset(keyword).foreground.getRGB()) > 140);
		assertTrue(Ui.get(() -> brightness(study.widget().getBackground().getRGB())) < 100);
		Ui.screenshot("dark");
	}

	@Test
	public void theWelcomePageCanBeReadInTheDark() {
		Ui.run(() -> engine().setTheme(DARK, true));
		Ui.run(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(Ui.window(), false));
		Ui.screenshot("welcome-dark");
	}

	private static IThemeEngine engine() {
		return PlatformUI.getWorkbench().getService(IThemeEngine.class);
	}

	/** The colour of the picture's corner; -1 while none is drawn. */
	private static int paper() {
		return Study.results().picture().map(picture -> {
			BufferedImage image = picture.image();
			return image.getRGB(0, 0) & 0xFFFFFF;
		}).orElse(-1);
	}

	private static int rgb(ChartTheme theme) {
		return theme.background().getRGB() & 0xFFFFFF;
	}

	private static double brightness(RGB color) {
		return 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue;
	}
}
