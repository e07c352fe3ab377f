// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.study;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.trapline.ui.TraplineUi;

/** Finds answers off the UI thread for a control: of several questions only the newest one's answer counts. Call it on the UI thread. */
public final class Latest {

	private final Control control;
	private int asked;

	/** @param control who wants to know; when it is disposed nobody does */
	public Latest(Control control) {
		this.control = control;
	}

	/**
	 * Asks.
	 *
	 * @param name     of the job
	 * @param question is answered in a job
	 * @param answer   is told on the UI thread, unless something else was asked meanwhile
	 */
	public <T> void ask(String name, Supplier<T> question, Consumer<T> answer) {
		int number = ++asked;
		Job job = Job.createSystem(name, (ICoreRunnable) monitor -> {
			T found;
			try {
				found = question.get();
			} catch (RuntimeException e) {
				// A defect of Trapline: the log keeps where.
				TraplineUi.log(Status.error(name + " failed", e));
				return;
			}
			if (!control.isDisposed()) {
				control.getDisplay().asyncExec(() -> {
					if (number == asked && !control.isDisposed()) {
						answer.accept(found);
					}
				});
			}
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	/** What was asked is not wanted any more. */
	public void forget() {
		asked++;
	}
}
