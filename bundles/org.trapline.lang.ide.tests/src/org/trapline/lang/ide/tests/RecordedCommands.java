// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.trapline.lang.ide.StudyCommands;

/** Says what it was asked for. The real commands are tested with the command line that brings them. */
final class RecordedCommands implements StudyCommands {

	/** The name of an experiment that runs until it is cancelled. */
	static final String ENDLESS = "Endless";

	final CountDownLatch running = new CountDownLatch(1);
	final CountDownLatch stopped = new CountDownLatch(1);

	@Override
	public String run(Study study, Optional<String> experiment, BooleanSupplier cancelled) throws Refused {
		if (experiment.equals(Optional.of(ENDLESS))) {
			running.countDown();
			while (!cancelled.getAsBoolean()) {
				pause();
			}
			stopped.countDown();
		}
		if (experiment.equals(Optional.of("Nobody"))) {
			throw new Refused("there is no experiment 'Nobody'");
		}
		return "ran " + experiment.orElse("everything") + " of " + study.file().getFileName() + ": " + study.texts().get(study.file());
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(10);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String explain(Study study, String stack, String workload) {
		return "explained " + workload + " on " + stack + " of " + study.file().getFileName();
	}
}
