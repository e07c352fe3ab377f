// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.export;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.trapline.chart.Sample;
import org.trapline.chart.kind.CompareRequest;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.Runs;

/** File &gt; Export &gt; Trapline Results: charts, rows, tables or a report of runs. There is always a file in the end, or an error. */
public final class ExportRunsWizard extends Wizard implements IExportWizard {

	/** Id of this wizard. */
	public static final String ID = "org.trapline.ui.exportRuns";

	private List<Run> preferred;
	private final Optional<CompareRequest> seen;
	private ExportPage page;

	/** Called by the workbench. */
	public ExportRunsWizard() {
		this(List.of(), Optional.empty());
	}

	private ExportRunsWizard(List<Run> preferred, Optional<CompareRequest> seen) {
		this.preferred = preferred;
		this.seen = seen;
		setWindowTitle("Export Results");
		setNeedsProgressMonitor(true);
	}

	/**
	 * Opens the wizard for some runs.
	 *
	 * @param seen what the user sees of them: its chart is the one that is proposed
	 */
	public static void open(Shell shell, List<Run> runs, Optional<CompareRequest> seen) {
		new WizardDialog(shell, new ExportRunsWizard(runs, seen)).open();
	}

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		List<Run> selected = new ArrayList<>();
		for (Object element : selection) {
			try {
				if (element instanceof RunStore.Entry entry && entry.info().isPresent()) {
					selected.add(Runs.ofWorkbench().run(entry.folder()));
				} else if (Adapters.adapt(element, Sample.class) != null) {
					String id = Adapters.adapt(element, Sample.class).source().run();
					selected.add(Runs.ofWorkbench().run(Runs.ofWorkbench().store().root().resolve(id)));
				}
			} catch (IOException e) {
				TraplineUi.log(Status.warning(e.getMessage(), e));
			}
		}
		preferred = selected.stream().distinct().toList();
	}

	@Override
	public void addPages() {
		page = new ExportPage(preferred, seen);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Optional<ExportPage.Export> export = page.export();
		if (export.isEmpty()) {
			return false;
		}
		// The page is asked here: the export has no UI thread.
		String target = page.target();
		try {
			getContainer().run(true, false, monitor -> {
				monitor.beginTask("Exporting to " + target, -1);
				try {
					export.get().write();
				} catch (IOException | IllegalArgumentException e) {
					throw new InvocationTargetException(e);
				}
			});
			return true;
		} catch (InvocationTargetException e) {
			Throwable cause = e.getCause();
			if (!(cause instanceof IOException || cause instanceof IllegalArgumentException)) {
				// A defect of Trapline: the log keeps where.
				TraplineUi.log(Status.error("Exporting failed", cause));
			}
			ErrorDialog.openError(getShell(), "Export Results", "Nothing was exported.", Status.error(String.valueOf(cause.getMessage()), cause));
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** The page, for tests. */
	public ExportPage page() {
		return page;
	}
}
