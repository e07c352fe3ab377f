// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.ui.catalog.CatalogView;
import org.trapline.ui.run.Runs;
import org.trapline.ui.runs.RunsView;
import org.trapline.ui.stack.StackView;
import org.trapline.ui.validation.ValidationView;
import org.trapline.ui.welcome.GuideView;

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

	@Test
	public void theStackTurnsDark() throws Exception {
		Ui.run(() -> engine().setTheme(DARK, true));
		Study.open();
		StackView view = Ui.get(() -> (StackView) Ui.page().showView(StackView.ID));
		Ui.await("the dark picture", () -> view.pixels().filter(pixels -> (pixels.image().getRGB(0, 0) & 0xFFFFFF) == rgb(ChartTheme.DARK)).isPresent());
		zoomed(view, "stack-dark");
	}

	/** The other views: their pictures are looked at, and what they write on what is measured. */
	@Test
	public void validationCatalogAndGuideCanBeReadInTheDark() throws Exception {
		Ui.run(() -> engine().setTheme(DARK, true));
		Study.open();
		ValidationView validation = Ui.get(() -> (ValidationView) Ui.page().showView(ValidationView.ID));
		Ui.run(validation::validateShipped);
		Ui.await("the cells", () -> !validation.results().isEmpty());
		readable(validation.tree().getTree());
		zoomed(validation, "validation-dark");
		for (String id : List.of(CatalogView.ID, GuideView.ID)) {
			IViewPart view = Ui.get(() -> Ui.page().showView(id));
			zoomed(view, id.substring(id.lastIndexOf('.') + 1) + "-dark");
			for (Tree tree : Ui.get(() -> Ui.find(Ui.window().getShell(), Tree.class, each -> true))) {
				readable(tree);
			}
			for (StyledText text : Ui.get(() -> Ui.find(Ui.window().getShell(), StyledText.class, each -> true))) {
				assertTrue(id, Ui.get(() -> contrast(text.getForeground().getRGB(), text.getBackground().getRGB())) > 70);
			}
		}
	}

	@Test
	public void theIconsOfRunsCanBeSeenOnEveryRow() throws Exception {
		Study study = Study.open();
		study.run();
		study.run();
		RunsView view = Ui.get(() -> RunsView.show(Ui.page()));
		Ui.await("the runs", () -> view.listed().size() == 2);
		Ui.run(() -> Runs.ofWorkbench().pin(view.listed().getLast().folder(), true));
		Ui.await("the pinned run", () -> view.listed().getFirst().info().orElseThrow().pinned());
		for (String theme : List.of("org.eclipse.e4.ui.css.theme.e4_default", DARK)) {
			Ui.run(() -> engine().setTheme(theme, true));
			for (int i = 0; i < 2; i++) {
				int row = i;
				Ui.run(() -> view.select(List.of(view.listed().get(row).folder())));
				Ui.screenshot("runs-icons-" + theme.substring(theme.lastIndexOf('_') + 1) + "-" + row);
				Ui.run(() -> {
					TableItem item = Ui.find(Ui.window().getShell(), Table.class, each -> each.getColumnCount() == 4 && each.getColumn(3).getText().equals("Fingerprint"))
							.getFirst().getItem(row);
					for (Color paper : List.of(item.getBackground(), Ui.display().getSystemColor(SWT.COLOR_LIST_SELECTION))) {
						double seen = seen(item.getImage().getImageData(), paper.getRGB());
						assertTrue("%s: of the icon %.2f is seen on %s".formatted(item.getText(), seen, paper), seen > 0.25);
					}
				});
			}
		}
	}

	/** The part of a picture that differs clearly from what it lies on. */
	private static double seen(ImageData picture, RGB paper) {
		int all = 0;
		int clear = 0;
		for (int y = 0; y < picture.height; y++) {
			for (int x = 0; x < picture.width; x++) {
				if (picture.getAlpha(x, y) > 128) {
					all++;
					clear += contrast(picture.palette.getRGB(picture.getPixel(x, y)), paper) > 70 ? 1 : 0;
				}
			}
		}
		return (double) clear / all;
	}

	private static void zoomed(IViewPart view, String name) {
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.screenshot(name);
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
	}

	private static void readable(Tree tree) {
		Ui.run(() -> {
			assertTrue("the tree is dark", brightness(tree.getBackground().getRGB()) < 100);
			readable(tree.getItems(), tree.getColumnCount());
		});
	}

	private static void readable(TreeItem[] items, int columns) {
		for (TreeItem item : items) {
			for (int i = 0; i < Math.max(1, columns); i++) {
				RGB ink = item.getForeground(i).getRGB();
				RGB paper = item.getBackground(i).getRGB();
				assertTrue("%s is %s on %s".formatted(item.getText(i), ink, paper), contrast(ink, paper) > 70);
			}
			readable(item.getItems(), columns);
		}
	}

	private static double contrast(RGB ink, RGB paper) {
		return Math.abs(brightness(ink) - brightness(paper));
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
