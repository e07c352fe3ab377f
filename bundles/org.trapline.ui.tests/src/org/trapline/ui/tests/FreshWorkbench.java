// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.rules.ExternalResource;
import org.trapline.result.store.RunStore;
import org.trapline.ui.TraplinePerspective;
import org.trapline.ui.run.Runs;

/**
 * Puts each test before the same window: the Trapline perspective, no project, no editor, no result, no welcome page. After the test nothing of
 * Trapline may have written an error to the log.
 */
final class FreshWorkbench extends ExternalResource {

	private static final Rectangle WINDOW = new Rectangle(0, 0, 1600, 1000);

	private final List<IStatus> errors = new CopyOnWriteArrayList<>();
	private final ILogListener log = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR && (plugin.startsWith("org.trapline") || isOurs(status.getException()))) {
			errors.add(status);
		}
	};

	@Override
	protected void before() {
		Ui.run(() -> {
			IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
			if (intro.getIntro() != null) {
				intro.closeIntro(intro.getIntro());
			}
			Ui.window().getShell().setBounds(WINDOW.intersection(Ui.display().getBounds()));
			Ui.page().closeAllEditors(false);
			for (RunStore.Entry entry : Runs.ofWorkbench().entries()) {
				Runs.ofWorkbench().delete(entry.folder());
			}
			ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
			launches.removeLaunches(launches.getLaunches());
			for (ILaunchConfiguration configuration : launches.getLaunchConfigurations()) {
				configuration.delete();
			}
			// A view that is closed and opened again knows nothing of the last test.
			for (IViewReference view : Ui.page().getViewReferences()) {
				Ui.page().hideView(view);
			}
			PlatformUI.getWorkbench().showPerspective(TraplinePerspective.ID, Ui.window());
			Ui.page().resetPerspective();
		});
		Platform.addLogListener(log);
	}

	@Override
	protected void after() {
		Platform.removeLogListener(log);
		Ui.run(() -> {
			for (Shell shell : Ui.display().getShells()) {
				if (shell != Ui.window().getShell() && shell.isVisible()) {
					shell.close();
				}
			}
			Ui.page().closeAllEditors(false);
		});
		Ui.run(() -> {
			for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
				project.delete(true, true, null);
			}
		});
		assertEquals("errors in the log", List.of(), errors.stream().map(FreshWorkbench::text).toList());
	}

	/** Jobs and listeners that fail are told of by the platform. */
	private static boolean isOurs(Throwable failure) {
		return failure != null && Arrays.stream(failure.getStackTrace()).anyMatch(place -> place.getClassName().startsWith("org.trapline"));
	}

	private static String text(IStatus status) {
		return status.getPlugin() + ": " + status.getMessage()
				+ (status.getException() == null ? "" : " (" + status.getException() + ")");
	}
}
