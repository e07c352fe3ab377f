// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.endsWith;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThat;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.Rule;
import org.junit.Test;

import com.google.gson.JsonPrimitive;

/** Commands above the lines of a study, and what the server does for them. */
public class LensTest {

	private final RecordedCommands commands = new RecordedCommands();

	@Rule
	public final Client client = new Client(commands);

	private List<? extends CodeLens> lenses(String text) {
		client.start().open("a.trapline", text);
		return Client.get(client.server().getTextDocumentService().codeLens(new CodeLensParams(client.file("a.trapline"))));
	}

	private Object execute(String command, Object... arguments) {
		return Client.get(client.server().getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of(arguments))));
	}

	@Test
	public void experimentsAndStacksCanBeRunAndExplained() {
		List<String> found = lenses(Studies.NESTED).stream().map(lens -> Client.piece(Studies.NESTED, lens.getRange()) + ": " + lens.getCommand().getTitle()).toList();
		assertEquals(List.of("Vm: Run Hypercall", "Vm: Explain hypercall", "Nested: Run Hypercall", "Nested: Explain hypercall", "NestedNeve: Run Hypercall",
				"NestedNeve: Explain hypercall", "Hypercall: Run", "Hypercall: Explain hypercall on Vm"), found);
	}

	@Test
	public void aStackInNoExperimentIsExplainedByAWorkloadThatTheFileSees() {
		List<? extends CodeLens> found = lenses("import \"org.trapline.cpu.arm/x-gene\"\nstack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n");
		assertEquals(List.of("Explain hypercall"), found.stream().map(lens -> lens.getCommand().getTitle()).toList());
	}

	@Test
	public void whatHasNoNameYetHasNoLens() {
		String text = Studies.NESTED;
		int title = text.indexOf("experiment Hypercall") + "experiment Hypercall".length();
		List<? extends CodeLens> found = lenses(text.substring(0, title) + " \"A title\nthat goes on\" { workload hypercall }\nstack Other on Moonshot { L0 KvmNonVhe guest L1 }\nexperiment " + text.substring(title));
		assertEquals(List.of(), found.stream().filter(lens -> lens.getCommand().getArguments().contains(null)).toList());
	}

	@Test
	public void aLensDoesWhatItSays() {
		CodeLens run = lenses(Studies.NESTED).stream().filter(lens -> lens.getCommand().getTitle().equals("Run")).findFirst().orElseThrow();
		Object answer = execute(run.getCommand().getCommand(), run.getCommand().getArguments().toArray());
		assertThat(text(answer), containsString("ran Hypercall of a.trapline"));
	}

	@Test
	public void aCommandSeesWhatIsInTheEditor() {
		client.start().open("a.trapline", "control Alpha\n");
		client.type("a.trapline", "Alpha", "Beta");
		assertThat(text(execute("trapline.run", client.uri("a.trapline"))), endsWith("control Beta\n"));
	}

	@Test
	public void aStackIsExplained() {
		client.start();
		assertEquals("explained hypercall on Nested of a.trapline", text(execute("trapline.explain", client.uri("a.trapline"), "Nested", "hypercall")));
	}

	@Test
	public void theServerTellsItsCommands() {
		assertEquals(List.of("trapline.run", "trapline.explain"), client.start().initialized().getCapabilities().getExecuteCommandProvider().getCommands());
	}

	@Test
	public void whatCannotBeDoneIsSaid() {
		client.start();
		assertRefused("there is no experiment 'Nobody'", "trapline.run", client.uri("a.trapline"), "Nobody");
		assertRefused("trapline.run: argument 1 is missing: the URI of a file", "trapline.run");
		assertRefused("untitled:1 is not a file: a study has to be a file", "trapline.run", "untitled:1");
		assertRefused("trapline.explain: argument 3 is missing: the name of a workload", "trapline.explain", client.uri("a.trapline"), "Nested");
		assertRefused("there is no command trapline.fly; there are trapline.run, trapline.explain", "trapline.fly", client.uri("a.trapline"));
	}

	private void assertRefused(String message, String command, Object... arguments) {
		ExecutionException refused = assertThrows(ExecutionException.class,
				() -> client.server().getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of(arguments))).get());
		assertThat(refused.getMessage(), containsString(message));
	}

	@Test
	public void aRunGoesOnWhileTheUserTypesAndEndsWhenItIsCancelled() throws Exception {
		client.start().open("a.trapline", "control Alpha\n");
		CompletableFuture<Object> run = client.server().getWorkspaceService()
				.executeCommand(new ExecuteCommandParams("trapline.run", List.of(client.uri("a.trapline"), RecordedCommands.ENDLESS)));
		assertTrue(commands.running.await(60, TimeUnit.SECONDS));
		client.type("a.trapline", "Alpha", "Beta");
		assertEquals(List.of(), client.problems("a.trapline"));
		assertEquals(1, commands.stopped.getCount());
		run.cancel(true);
		assertTrue("the run has stopped", commands.stopped.await(60, TimeUnit.SECONDS));
	}

	/** The answer comes as JSON. */
	private static String text(Object answer) {
		return answer instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(answer);
	}

	@Test
	public void onlyWhatCanBeTracedIsExplained() {
		List<? extends CodeLens> found = lenses("""
				import "org.trapline.cpu.x86/skylake"
				closed-loop ask { clients 1 requests 10 on vcpu { do cpuid } }
				stack Vm on Skylake { L0 Kvm guest L1 }
				experiment E { stacks Vm workload ask, cpuid measure latency }
				experiment F { stacks Vm workload ask measure latency }
				""");
		assertEquals(List.of("Run E", "Explain cpuid", "Run", "Explain cpuid on Vm", "Run"), found.stream().map(lens -> lens.getCommand().getTitle()).toList());
	}
}
