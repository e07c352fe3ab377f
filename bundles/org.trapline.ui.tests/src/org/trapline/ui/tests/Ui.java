// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Acts on the UI thread and waits for it. */
final class Ui {

	/** How long anything may take, in milliseconds: generous, since test machines are slow. */
	private static final long PATIENCE = 60_000;
	private static final long PAUSE = 50;

	private Ui() {
	}

	/** A condition on the UI thread. */
	interface Condition {
		boolean holds() throws Exception;
	}

	/** An action on the UI thread. */
	interface Action {
		void run() throws Exception;
	}

	static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** Does something on the UI thread; returns when it is done. */
	static void run(Action action) {
		get(() -> {
			action.run();
			return null;
		});
	}

	/** Starts something on the UI thread that may open a modal dialog, and so not end before the test closes that. */
	static void start(Action action) {
		display().asyncExec(() -> {
			try {
				action.run();
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
	}

	/** Asks the UI thread for something. */
	static <T> T get(Callable<T> question) {
		AtomicReference<T> answer = new AtomicReference<>();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		display().syncExec(() -> {
			try {
				answer.set(question.call());
			} catch (Throwable e) {
				failure.set(e);
			}
		});
		switch (failure.get()) {
		case null -> {
			return answer.get();
		}
		case RuntimeException e -> throw e;
		case Error e -> throw e;
		case Throwable e -> throw new AssertionError(e);
		}
	}

	/** Waits until something holds on the UI thread; fails, with a picture of the screen, when it does not come. */
	static void await(String what, Condition condition) {
		long end = System.currentTimeMillis() + PATIENCE;
		while (!get(condition::holds)) {
			if (System.currentTimeMillis() > end) {
				screenshot("failed-" + what.replaceAll("\\W+", "-"));
				fail("did not come within " + PATIENCE / 1000 + " s: " + what + work());
			}
			sleep(PAUSE);
		}
	}

	/** What threads are at in the project's code and the language server's: what is waited for may hang there. */
	private static String work() {
		StringBuilder text = new StringBuilder();
		Thread.getAllStackTraces().forEach((thread, stack) -> {
			List<String> places = Arrays.stream(stack).map(String::valueOf).filter(place -> place.contains("org.trapline.") || place.contains(".xtext.")).limit(6).toList();
			if (thread != Thread.currentThread() && !places.isEmpty()) {
				text.append("\n  ").append(thread.getName()).append(": ").append(String.join(" < ", places));
			}
		});
		return text.toString();
	}

	private static void sleep(long milliseconds) {
		try {
			if (Display.getCurrent() != null) {
				throw new AssertionError("a test must not run on the UI thread: it would wait for itself");
			}
			Thread.sleep(milliseconds);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** Waits for a dialog with this title. */
	static Shell dialog(String title) {
		await("dialog " + title, () -> shell(title).isPresent());
		return get(() -> shell(title).get());
	}

	private static Optional<Shell> shell(String title) {
		for (Shell shell : display().getShells()) {
			if (shell.isVisible() && shell.getText().equals(title)) {
				return Optional.of(shell);
			}
		}
		return Optional.empty();
	}

	/** All controls of a kind below a parent that meet a condition, top down. Call it on the UI thread. */
	static <T extends Control> List<T> find(Composite parent, Class<T> kind, Predicate<T> condition) {
		List<T> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (kind.isInstance(child) && child.isVisible() && condition.test(kind.cast(child))) {
				found.add(kind.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(find(composite, kind, condition));
			}
		}
		return found;
	}

	/** All that a dialog says. Call it on the UI thread. */
	static String texts(Composite parent) {
		List<String> texts = new ArrayList<>();
		find(parent, Label.class, label -> true).forEach(label -> texts.add(label.getText()));
		find(parent, Text.class, text -> true).forEach(text -> texts.add(text.getText()));
		return String.join("\n", texts);
	}

	/** The one button with a text; an ampersand for the mnemonic does not count. */
	static Button button(Composite parent, String text) {
		List<Button> found = find(parent, Button.class, button -> button.getText().replace("&", "").equals(text));
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " buttons " + text);
		}
		return found.getFirst();
	}

	/** Presses a button as the mouse would; returns at once, as the button may open a dialog. */
	static void press(Button button) {
		start(() -> {
			if (!button.isEnabled()) {
				throw new AssertionError("button is disabled: " + button.getText());
			}
			button.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Finishes a wizard, and waits until it is gone: one that still works cannot be closed. */
	static void finish(Shell wizard) {
		press(get(() -> button(wizard, "Finish")));
		await("the end of the wizard", wizard::isDisposed);
	}

	/** Lets everything that waits be laid out and drawn. */
	static void settle() {
		for (int i = 0; i < 5; i++) {
			run(() -> {
				while (display().readAndDispatch()) {
					// what came up meanwhile
				}
			});
			sleep(100);
		}
	}

	/** Keeps a picture of the whole workbench in the build's folder of screenshots. */
	static void screenshot(String name) {
		settle();
		run(() -> {
			Rectangle bounds = visible(window().getShell()).intersection(display().getBounds());
			Image image = new Image(display(), bounds.width, bounds.height);
			GC gc = new GC(display());
			try {
				gc.copyArea(image, bounds.x, bounds.y);
				save(image, name);
			} finally {
				gc.dispose();
				image.dispose();
			}
		});
	}

	/** The part of a window with something in it: without a window manager its bounds count a frame that nobody draws. */
	private static Rectangle visible(Shell shell) {
		Rectangle client = shell.getClientArea();
		Point start = shell.toDisplay(client.x, client.y);
		int top = shell.getLocation().y;
		return new Rectangle(start.x, top, client.width, start.y + client.height - top);
	}

	private static void save(Image image, String name) throws IOException {
		Path folder = Path.of(System.getProperty("trapline.screenshots", "target/screenshots"));
		Files.createDirectories(folder);
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { image.getImageData() };
		loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
	}
}
