// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.OptionalLong;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.RunSettings;
import org.trapline.ui.run.RunAgain;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** Seed and threads in the dialog of run configurations. */
public final class RunConfigurationTest {

	private static final String RANDOM = """
			import "org.trapline.cpu.smt/haswell-smt"
			stack Nested on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
			experiment Latency {
				stacks Nested
				workload tcp_rr
				measure latency
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	/** Opens the dialog at the only run configuration. */
	private static Shell open() {
		Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Ui.window().getShell(),
				new StructuredSelection(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations()), IDebugUIConstants.ID_RUN_LAUNCH_GROUP));
		Shell shell = Ui.dialog("Run Configurations");
		Ui.await("the fields", () -> !Ui.find(shell, Text.class, text -> text.getMessage().equals("as in the experiments")).isEmpty());
		return shell;
	}

	private static Text seed(Shell shell) {
		return Ui.get(() -> Ui.find(shell, Text.class, text -> text.getMessage().equals("as in the experiments")).getFirst());
	}

	private static Text threads(Shell shell) {
		return Ui.get(() -> Ui.find(shell, Text.class, text -> text.getMessage().endsWith(" (preferences)")).getFirst());
	}

	private static Button button(Shell shell, String text) {
		return Ui.get(() -> Ui.button(shell, text));
	}

	private static void close(Shell shell) {
		Ui.press(button(shell, "Close"));
		Ui.await("the closed dialog", shell::isDisposed);
	}

	private static RunInfo info(RunOutcome outcome) {
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Finished);
		return ((RunOutcome.Finished) outcome).run().info();
	}

	/** Types a seed and a number of threads, and presses Run. */
	private static RunInfo run(String seed, String threads) {
		Shell shell = open();
		Ui.run(() -> {
			seed(shell).setText(seed);
			threads(shell).setText(threads);
		});
		Ui.await("the button", () -> Ui.button(shell, "Run").isEnabled());
		Ui.screenshot("run-configuration");
		return info(Study.await(() -> Ui.press(Ui.button(shell, "Run"))));
	}

	@Test
	public void seedAndThreadsArePassedOnAndKept() throws Exception {
		RunInfo own = info(Study.open(RANDOM).run());
		assertEquals(OptionalLong.empty(), own.settings().seed());
		RunInfo seeded = run("4711", "2");
		assertEquals(OptionalLong.of(4711), seeded.settings().seed());
		assertEquals(2, seeded.settings().jobs());
		assertNotEquals("another seed, other numbers", own.fingerprint(), seeded.fingerprint());
		RunSettings kept = Runs.ofWorkbench().store().list().stream().map(entry -> entry.info().orElseThrow()).filter(info -> info.id().equals(seeded.id()))
				.findFirst().orElseThrow().settings();
		assertEquals("in the run's folder", seeded.settings(), kept);
		RunInfo single = run("4711", "1");
		assertEquals(1, single.settings().jobs());
		assertEquals("threads change no result", seeded.fingerprint(), single.fingerprint());
		assertEquals("empty again", own.fingerprint(), run("", "").fingerprint());
	}

	@Test
	public void aRunIsRunAgainWithItsSeed() throws Exception {
		RunInfo own = info(Study.open(RANDOM).run());
		RunInfo seeded = run("4711", "");
		assertEquals(seeded.fingerprint(), info(Study.await(() -> RunAgain.run(Ui.window().getShell(), seeded))).fingerprint());
		assertEquals(seeded.fingerprint(),
				info(Study.await(() -> RunAgain.runInputs(Runs.ofWorkbench().store().root().resolve(seeded.id()), seeded))).fingerprint());
		assertEquals("the first run had no seed of its own", own.fingerprint(),
				info(Study.await(() -> RunAgain.run(Ui.window().getShell(), own))).fingerprint());
	}

	@Test
	public void whatIsNoNumberIsSaidInTheDialog() throws Exception {
		Study.open(RANDOM).run();
		Shell shell = open();
		Ui.run(() -> seed(shell).setText("seven"));
		expect(shell, "The seed 'seven' is not an integer from -9223372036854775808 to 9223372036854775807. Leave it empty to use the seed of each experiment.");
		Ui.screenshot("run-configuration-bad");
		Ui.run(() -> seed(shell).setText("9223372036854775808"));
		expect(shell, "The seed '9223372036854775808' is not an integer");
		Ui.run(() -> {
			seed(shell).setText("-1");
			threads(shell).setText("0");
		});
		expect(shell, "The number of threads '0' is not an integer of 1 or more. Leave it empty to use that of the preferences.");
		Ui.run(() -> threads(shell).setText(""));
		Ui.await("the button again", () -> Ui.button(shell, "Run").isEnabled());
		assertFalse(message(shell), message(shell).contains("integer"));
		Ui.press(button(shell, "Revert"));
		Ui.await("the fields as they were", () -> seed(shell).getText().isEmpty());
		close(shell);
	}

	private static void expect(Shell shell, String message) {
		Ui.await("the message " + message, () -> message(shell).startsWith(message));
		assertFalse(message, Ui.get(() -> Ui.button(shell, "Run").isEnabled()));
	}

	private static String message(Shell shell) {
		return Ui.get(() -> {
			TitleAreaDialog dialog = (TitleAreaDialog) shell.getData();
			String error = dialog.getErrorMessage();
			return error != null ? error : String.valueOf(dialog.getMessage());
		});
	}
}
