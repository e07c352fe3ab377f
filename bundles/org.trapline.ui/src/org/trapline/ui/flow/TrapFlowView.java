// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.ViewPart;
import org.trapline.chart.Sample;

/** Placeholder while being written. */
public final class TrapFlowView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.flow";

	public static void show(IWorkbenchPage page, Sample sample) throws CoreException {
	}

	@Override
	public void createPartControl(Composite parent) {
	}

	@Override
	public void setFocus() {
	}
}
