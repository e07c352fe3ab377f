// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.help.TopicOf;

/** Window &gt; Preferences &gt; Trapline: numbers, the theme of charts, runs. */
public final class TraplinePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	/** Id of this page. */
	public static final String ID = "org.trapline.ui.preferences";

	private static final String DESCRIPTION = "How charts and numbers look, and how studies run. Exported pictures are always light; exported numbers are always exact.";
	private static final String THEME = "&Theme of charts:";
	private static final String NUMBERS = "&Numbers in tables:";
	private static final String POINT = "Maximum decimal &places:";
	private static final String RUN_THREADS = "Th&reads per run:";
	private static final String SHOW = "&Show the results of a run when it is done";

	/** More digits than these no value has. */
	private static final int MOST_DECIMALS = 9;
	private static final int MOST_THREADS = 1024;

	/** What the preferences are, in Markdown. */
	public static final String EXPLANATION = (DESCRIPTION + """


			- *%s* that of the workbench, light, or dark.
			- *%s* the separator of thousands.
			- *%s* from 0 to %d; values are rounded to them.
			- *%s* how many points of an experiment are simulated at the same time, from 1 to %d. Results do not depend on it.
			- *%s*: the [Compare view](views/org.trapline.ui.compare) comes to the front.""").formatted(THEME, NUMBERS, POINT, MOST_DECIMALS, RUN_THREADS, MOST_THREADS, SHOW).replace("&", "");

	public TraplinePreferencePage() {
		super(GRID);
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, TraplineUi.BUNDLE);
		store.setDefault(TraplinePreferences.CHART_THEME, TraplinePreferences.WORKBENCH);
		store.setDefault(TraplinePreferences.THOUSANDS, TraplinePreferences.COMMA);
		store.setDefault(TraplinePreferences.DECIMALS, TraplinePreferences.DEFAULT_DECIMALS);
		store.setDefault(TraplinePreferences.THREADS, TraplinePreferences.defaultThreads());
		store.setDefault(TraplinePreferences.SHOW_RESULTS, true);
		setPreferenceStore(store);
		setDescription(DESCRIPTION);
	}

	@Override
	public void init(IWorkbench workbench) {
		// Nothing of it is needed.
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TopicOf.set(getControl(), TopicOf.PREFERENCES);
	}

	@Override
	protected void createFieldEditors() {
		addField(new ComboFieldEditor(TraplinePreferences.CHART_THEME, THEME, new String[][] { { "As the workbench", TraplinePreferences.WORKBENCH },
				{ "Light", TraplinePreferences.LIGHT }, { "Dark", TraplinePreferences.DARK } }, getFieldEditorParent()));
		addField(new ComboFieldEditor(TraplinePreferences.THOUSANDS, NUMBERS, new String[][] { { "424,814.5", TraplinePreferences.COMMA },
				{ "424 814.5", TraplinePreferences.SPACE }, { "424814.5", TraplinePreferences.NOTHING } }, getFieldEditorParent()));
		IntegerFieldEditor decimals = new IntegerFieldEditor(TraplinePreferences.DECIMALS, POINT, getFieldEditorParent(), 3);
		decimals.setValidRange(0, MOST_DECIMALS);
		decimals.setErrorMessage("Maximum decimal places must be a number from 0 to " + MOST_DECIMALS + ".");
		addField(decimals);
		IntegerFieldEditor threads = new IntegerFieldEditor(TraplinePreferences.THREADS, RUN_THREADS, getFieldEditorParent(), 4);
		threads.setValidRange(1, MOST_THREADS);
		threads.setErrorMessage("Threads per run must be a number from 1 to " + MOST_THREADS + ".");
		addField(threads);
		addField(new BooleanFieldEditor(TraplinePreferences.SHOW_RESULTS, SHOW, getFieldEditorParent()));
	}
}
