// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;

/** Takes the server's answers. */
public final class Answers {

	/** How long the platform may be made to wait off the UI thread, in milliseconds. */
	private static final long PATIENCE = 5000;
	/** How long it may be made to wait on the UI thread where it asks for an answer at once, right after the user asked; in milliseconds. */
	private static final long PATIENCE_IN_FRONT = 400;

	private Answers() {
	}

	/** Waits for an answer; empty when there is none in time. What failed is logged. */
	public static <T> Optional<T> await(CompletableFuture<Optional<T>> answer) {
		try {
			return answer.get(PlatformUI.getWorkbench().getDisplay().getThread() == Thread.currentThread() ? PATIENCE_IN_FRONT : PATIENCE, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (TimeoutException e) {
			// The server is busy, as when it starts: the user asks again.
		} catch (ExecutionException e) {
			failed(e.getCause());
		}
		return Optional.empty();
	}

	/** Hands an answer over on the UI thread. What failed is logged. */
	static <T> void show(CompletableFuture<Optional<T>> answer, Consumer<Optional<T>> show) {
		answer.whenComplete((found, failure) -> {
			if (failure != null) {
				failed(failure);
			} else if (!PlatformUI.getWorkbench().isClosing()) {
				PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show.accept(found));
			}
		});
	}

	private static void failed(Throwable failure) {
		Platform.getLog(Answers.class).warn("The language server did not answer", failure);
	}
}
