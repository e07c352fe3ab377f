// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.trapline.ui.TraplineUi;

/** Window &gt; Preferences &gt; Trapline: numbers, the theme of charts, runs. */
public final class TraplinePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	/** Id of this page. */
	public static final String ID = "org.trapline.ui.preferences";

	/** More digits than these no value has. */
	private static final int MOST_DECIMALS = 9;
	private static final int MOST_THREADS = 1024;

	public TraplinePreferencePage() {
		super(GRID);
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, TraplineUi.BUNDLE);
		store.setDefault(TraplinePreferences.CHART_THEME, TraplinePreferences.WORKBENCH);
		store.setDefault(TraplinePreferences.THOUSANDS, TraplinePreferences.COMMA);
		store.setDefault(TraplinePreferences.DECIMALS, TraplinePreferences.DEFAULT_DECIMALS);
		store.setDefault(TraplinePreferences.THREADS, TraplinePreferences.defaultThreads());
		store.setDefault(TraplinePreferences.SHOW_RESULTS, true);
		setPreferenceStore(store);
		setDescription("How charts and numbers look, and how studies run. Exported pictures are always light; exported numbers are always exact.");
	}

	@Override
	public void init(IWorkbench workbench) {
		// Nothing of it is needed.
	}

	@Override
	protected void createFieldEditors() {
		addField(new ComboFieldEditor(TraplinePreferences.CHART_THEME, "&Theme of charts:", new String[][] { { "As the workbench", TraplinePreferences.WORKBENCH },
				{ "Light", TraplinePreferences.LIGHT }, { "Dark", TraplinePreferences.DARK } }, getFieldEditorParent()));
		addField(new ComboFieldEditor(TraplinePreferences.THOUSANDS, "&Numbers in tables:", new String[][] { { "424,814.5", TraplinePreferences.COMMA },
				{ "424 814.5", TraplinePreferences.SPACE }, { "424814.5", TraplinePreferences.NOTHING } }, getFieldEditorParent()));
		IntegerFieldEditor decimals = new IntegerFieldEditor(TraplinePreferences.DECIMALS, "At most so many digits after the &point:", getFieldEditorParent(), 3);
		decimals.setValidRange(0, MOST_DECIMALS);
		decimals.setErrorMessage("The digits after the point are a number from 0 to " + MOST_DECIMALS + ".");
		addField(decimals);
		IntegerFieldEditor threads = new IntegerFieldEditor(TraplinePreferences.THREADS, "Th&reads of a run:", getFieldEditorParent(), 4);
		threads.setValidRange(1, MOST_THREADS);
		threads.setErrorMessage("The threads are a number from 1 to " + MOST_THREADS + ".");
		addField(threads);
		addField(new BooleanFieldEditor(TraplinePreferences.SHOW_RESULTS, "&Show the results of a run when it is done", getFieldEditorParent()));
	}
}
