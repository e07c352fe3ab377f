// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/** Takes what the server's libraries log to the workbench's log: a failure nobody sees would be a problem nobody is told of. */
final class ServerLog extends AppenderSkeleton {

	private final ILog log = Platform.getLog(ServerLog.class);

	/** Begins to take it. */
	void connect() {
		setThreshold(Level.WARN);
		Logger.getRootLogger().addAppender(this);
	}

	@Override
	protected void append(LoggingEvent event) {
		Throwable cause = event.getThrowableInformation() == null ? null : event.getThrowableInformation().getThrowable();
		String message = "%s (%s)".formatted(event.getRenderedMessage(), event.getLoggerName());
		if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
			log.error(message, cause);
		} else {
			log.warn(message, cause);
		}
	}

	@Override
	public void close() {
		Logger.getRootLogger().removeAppender(this);
	}

	@Override
	public boolean requiresLayout() {
		return false;
	}
}
