// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.ui.preferences.TraplinePreferencePage;
import org.trapline.ui.preferences.TraplinePreferences;

/** What the user prefers, and the keys that lead to the views. */
public final class PreferencesTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@After
	public void restore() throws Exception {
		TraplinePreferences.node().clear();
	}

	@Test
	public void thePageIsThere() {
		Ui.start(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(), TraplinePreferencePage.ID, null, null);
			dialog.open();
		});
		Shell dialog = Ui.dialog("Preferences");
		Ui.await("its fields", () -> Ui.find(dialog, Combo.class, combo -> combo.getText().equals("As the workbench")).size() == 1);
		Ui.screenshot("preferences");
		Ui.press(Ui.get(() -> Ui.button(dialog, "Cancel")));
		Ui.await("the dialog to close", dialog::isDisposed);
	}

	@Test
	public void numbersLookAsPreferred() {
		BigDecimal number = new BigDecimal("424814.56789");
		IEclipsePreferences node = TraplinePreferences.node();
		assertEquals("424,814.568", TraplinePreferences.number(number));
		node.put(TraplinePreferences.THOUSANDS, TraplinePreferences.NOTHING);
		node.putInt(TraplinePreferences.DECIMALS, 1);
		assertEquals("424814.6", TraplinePreferences.number(number));
	}

	@Test
	public void chartsTakeTheThemeThatIsPreferredAtOnce() throws Exception {
		Study study = Study.open();
		study.run();
		Ui.await("the light picture", () -> paper() == (ChartTheme.LIGHT.background().getRGB() & 0xFFFFFF));
		Ui.run(() -> TraplinePreferences.node().put(TraplinePreferences.CHART_THEME, TraplinePreferences.DARK));
		Ui.await("the dark picture", () -> paper() == (ChartTheme.DARK.background().getRGB() & 0xFFFFFF));
	}

	@Test
	public void everyViewHasKeysOfItsOwn() {
		Map<String, String> views = new HashMap<>();
		for (Binding binding : Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBindings())) {
			if (binding.getParameterizedCommand() != null && binding.getParameterizedCommand().getId().equals("org.eclipse.ui.views.showView")) {
				Object view = binding.getParameterizedCommand().getParameterMap().get("org.eclipse.ui.views.showView.viewId");
				String other = views.put(binding.getTriggerSequence().format(), String.valueOf(view));
				assertTrue(binding.getTriggerSequence().format() + ": " + view + " and " + other, other == null || other.equals(view));
			}
		}
		for (String view : new String[] { "compare", "runs", "flow", "stack", "validation", "catalogue" }) {
			assertTrue(view + " in " + views, views.containsValue("org.trapline.ui." + view));
		}
	}

	private static int paper() {
		return Study.results().picture().map(picture -> picture.image().getRGB(0, 0) & 0xFFFFFF).orElse(-1);
	}
}
