// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;

/**
 * A run as the platform's debugger sees it: a process, though it is a job in this very JVM. So it has a console, and can be stopped there
 * as in the Progress view.
 */
final class StudyProcess extends PlatformObject implements IProcess, IStreamsProxy {

	/** What its console is known by. */
	static final String KIND = "org.trapline.ui.study";

	private static final int DONE = 0;
	private static final int FAILED = 1;

	private final RunRequest request;
	private final ILaunch launch;
	private final Map<String, String> attributes = new HashMap<>(Map.of(IProcess.ATTR_PROCESS_TYPE, KIND));
	private final Stream out = new Stream();
	private final Stream err = new Stream();
	private final StudyJob job;
	private volatile int status = FAILED;
	private volatile boolean ended;

	StudyProcess(RunRequest request, ILaunch launch) {
		this.request = request;
		this.launch = launch;
		this.job = new StudyJob(request, new StudyJob.Output() {
			@Override
			public void out(String text) {
				out.append(text);
			}

			@Override
			public void err(String text) {
				err.append(text);
			}
		}, outcome -> status = outcome instanceof RunOutcome.Finished ? DONE : FAILED);
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				end();
			}
		});
	}

	void start() {
		fire(DebugEvent.CREATE);
		job.schedule();
	}

	private void end() {
		ended = true;
		fire(DebugEvent.TERMINATE);
	}

	private void fire(int kind) {
		DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] { new DebugEvent(this, kind) });
	}

	@Override
	public String getLabel() {
		return request.title();
	}

	@Override
	public ILaunch getLaunch() {
		return launch;
	}

	@Override
	public IStreamsProxy getStreamsProxy() {
		return this;
	}

	@Override
	public IStreamMonitor getOutputStreamMonitor() {
		return out;
	}

	@Override
	public IStreamMonitor getErrorStreamMonitor() {
		return err;
	}

	@Override
	public void write(String input) {
		// A run reads nothing.
	}

	@Override
	public String getAttribute(String key) {
		return attributes.get(key);
	}

	@Override
	public void setAttribute(String key, String value) {
		attributes.put(key, value);
	}

	@Override
	public boolean canTerminate() {
		return !ended;
	}

	@Override
	public boolean isTerminated() {
		return ended;
	}

	@Override
	public void terminate() {
		job.cancel();
	}

	@Override
	public int getExitValue() throws DebugException {
		return status;
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		if (adapter.isInstance(this)) {
			return adapter.cast(this);
		}
		return adapter.isInstance(launch) ? adapter.cast(launch) : super.getAdapter(adapter);
	}

	/** What was written, for a console that may come later. */
	private static final class Stream implements IStreamMonitor {

		private final StringBuilder contents = new StringBuilder();
		private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();

		void append(String text) {
			synchronized (contents) {
				contents.append(text);
			}
			listeners.forEach(listener -> listener.streamAppended(text, this));
		}

		@Override
		public String getContents() {
			synchronized (contents) {
				return contents.toString();
			}
		}

		@Override
		public void addListener(IStreamListener listener) {
			listeners.add(listener);
		}

		@Override
		public void removeListener(IStreamListener listener) {
			listeners.remove(listener);
		}
	}
}
