// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThat;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.Rule;
import org.junit.Test;

/** From names to what they mean, and back. */
public class NavigationTest {

	@Rule
	public final Client client = new Client();

	private List<? extends Location> definitions(String name, Position place) {
		return Client.get(client.server().getTextDocumentService().definition(new DefinitionParams(client.file(name), place))).getLeft();
	}

	private Location definition(String name, Position place) {
		List<? extends Location> found = definitions(name, place);
		assertEquals(found.toString(), 1, found.size());
		return found.getFirst();
	}

	private static String read(String uri) {
		try {
			return Files.readString(Path.of(URI.create(uri)));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	// ------------------------------------------------------------------------------------------- definitions

	@Test
	public void aNameLeadsToItsElementInTheSameFile() {
		client.start().open("a.trapline", Studies.NESTED);
		Location place = definition("a.trapline", client.at("a.trapline", "Nested {"));
		assertEquals(client.uri("a.trapline"), place.getUri());
		assertEquals(client.at("a.trapline", "Nested on"), place.getRange().getStart());
		assertEquals("Nested", Client.piece(Studies.NESTED, place.getRange()));
	}

	@Test
	public void aNameLeadsIntoTheLibraryOfAPluginWhichIsAFileThatCanOnlyBeRead() {
		client.start().open("a.trapline", Studies.NESTED);
		Location place = definition("a.trapline", client.at("a.trapline", "KvmNonVhe"));
		assertTrue(place.getUri(), place.getUri().endsWith("/org.trapline.cpu.arm/kvm-2017.trapline"));
		assertEquals("KvmNonVhe", Client.piece(read(place.getUri()), place.getRange()));
		assertFalse(Path.of(URI.create(place.getUri())).toFile().canWrite() && !"root".equals(System.getProperty("user.name")));
	}

	@Test
	public void aLibraryLeadsOnIntoTheNext() {
		client.start().open("a.trapline", Studies.NESTED);
		String library = definition("a.trapline", client.at("a.trapline", "KvmNonVhe")).getUri();
		String name = client.folder().relativize(Path.of(URI.create(library))).toString();
		client.open(name, read(library));
		Location place = definition(name, client.at(name, "arm.v8_0 {"));
		assertTrue(place.getUri(), place.getUri().endsWith("/org.trapline.cpu.arm/arm.trapline"));
		assertEquals("arm.v8_0", Client.piece(read(place.getUri()), place.getRange()));
	}

	@Test
	public void anOpenLibraryHasNoProblems() {
		client.start().open("a.trapline", Studies.NESTED);
		String library = definition("a.trapline", client.at("a.trapline", "KvmNonVhe")).getUri();
		String name = client.folder().relativize(Path.of(URI.create(library))).toString();
		client.open(name, read(library) + "\nnonsense\n");
		assertEquals(List.of(), client.problems(name));
	}

	@Test
	public void anImportLeadsToItsFile() {
		client.write("part of.trapline", "control Alpha\n");
		client.start().open("a.trapline", "import \"part of.trapline\"\nimport \"org.trapline.cpu.arm/arm\"\n");
		assertEquals(client.uri("part of.trapline"), definition("a.trapline", client.at("a.trapline", "part of")).getUri());
		assertThat(definition("a.trapline", client.at("a.trapline", "org.trapline")).getUri(), containsString("org.trapline.cpu.arm/arm.trapline"));
	}

	@Test
	public void aConfigurationLeadsIntoItsReference() {
		client.start().open("a.trapline", Studies.NESTED);
		Location place = definition("a.trapline", client.at("a.trapline", "v8_3\n"));
		assertEquals("v8_3", Client.piece(read(place.getUri()), place.getRange()));
	}

	@Test
	public void aKeywordAndAnUnknownNameLeadNowhere() {
		client.start().open("a.trapline", "stack S on Nowhere { }\n");
		assertEquals(List.of(), definitions("a.trapline", client.at("a.trapline", "stack")));
		assertEquals(List.of(), definitions("a.trapline", client.at("a.trapline", "Nowhere")));
	}

	// ------------------------------------------------------------------------------------------- references

	private List<String> references(String name, Position place, boolean declaration) {
		return Client.get(client.server().getTextDocumentService().references(new ReferenceParams(client.file(name), place, new ReferenceContext(declaration)))).stream()
				.map(each -> each.getUri().substring(each.getUri().lastIndexOf('/') + 1) + ":" + (each.getRange().getStart().getLine() + 1)).toList();
	}

	@Test
	public void anElementIsFoundWhereverItIsReferredTo() {
		client.write("b.trapline", "import \"a.trapline\"\nstack More extends Nested { }\n");
		client.write("c.trapline", "stack Nested on Nowhere { }\nstack Other extends Nested { }\n");
		client.start().open("a.trapline", Studies.NESTED);
		client.problems("a.trapline");
		List<String> found = references("a.trapline", client.at("a.trapline", "Nested on"), false);
		assertEquals(List.of("a.trapline:10", "a.trapline:13", "a.trapline:17", "b.trapline:2"), found.stream().sorted().toList());
		assertEquals(5, references("a.trapline", client.at("a.trapline", "Nested {"), true).size());
	}

	@Test
	public void anElementOfALibraryIsFoundInLibrariesToo() {
		client.start().open("a.trapline", Studies.NESTED);
		List<String> found = references("a.trapline", client.at("a.trapline", "KvmNonVhe"), true);
		assertTrue(found.toString(), found.contains("a.trapline:6") && found.stream().anyMatch(each -> each.startsWith("kvm-2017.trapline:")));
	}

	// ------------------------------------------------------------------------------------------- occurrences

	@Test
	public void occurrencesAreThoseInTheText() {
		client.start().open("a.trapline", Studies.NESTED);
		List<? extends DocumentHighlight> found = Client.get(client.server().getTextDocumentService()
				.documentHighlight(new DocumentHighlightParams(client.file("a.trapline"), client.at("a.trapline", "Nested {"))));
		assertEquals(List.of(DocumentHighlightKind.Write, DocumentHighlightKind.Read, DocumentHighlightKind.Read, DocumentHighlightKind.Read),
				found.stream().map(DocumentHighlight::getKind).toList());
		found.forEach(each -> assertEquals("Nested", Client.piece(Studies.NESTED, each.getRange())));
	}

	// ------------------------------------------------------------------------------------------- rename

	private WorkspaceEdit rename(String name, Position place, String newName) throws ExecutionException, InterruptedException {
		return client.server().getTextDocumentService().rename(new RenameParams(client.file(name), place, newName)).get();
	}

	private void assertRefused(String text, String word, String newName, String message) {
		client.start().open("a.trapline", text);
		ExecutionException refused = assertThrows(ExecutionException.class, () -> rename("a.trapline", client.at("a.trapline", word), newName));
		assertThat(refused.getMessage(), containsString(message));
	}

	@Test
	public void aNameIsChangedInAllFiles() throws Exception {
		String other = "import \"a.trapline\"\nstack More extends Nested { }\n";
		client.write("b.trapline", other);
		client.start().open("a.trapline", Studies.NESTED);
		WorkspaceEdit edit = rename("a.trapline", client.at("a.trapline", "Nested, "), "Inner");
		assertEquals(2, edit.getChanges().size());
		List<TextEdit> own = edit.getChanges().get(client.uri("a.trapline"));
		String renamed = Client.edited(Studies.NESTED, own);
		assertThat(renamed, containsString("stack Inner on Moonshot"));
		assertThat(renamed, containsString("stacks Vm, Inner, NestedNeve"));
		assertThat(renamed, containsString("Vm = vm, Inner = v8_3"));
		assertEquals("import \"a.trapline\"\nstack More extends Inner { }\n", Client.edited(other, edit.getChanges().get(client.uri("b.trapline"))));
	}

	@Test
	public void aNameWithDotsIsOneName() throws Exception {
		String text = "control own.Alpha\ncpu c { implementation \"org.trapline.cpu.arm\" controls own.Alpha }\n";
		client.start().open("a.trapline", text);
		WorkspaceEdit edit = rename("a.trapline", client.at("a.trapline", "Alpha }"), "own.Beta");
		assertEquals(text.replace("own.Alpha", "own.Beta"), Client.edited(text, edit.getChanges().get(client.uri("a.trapline"))));
	}

	@Test
	public void aNamespaceStaysBeforeAName() throws Exception {
		client.write("lib.trapline", "namespace mine\ncontrol Alpha\n");
		String text = "import \"lib.trapline\"\ncpu c { implementation \"org.trapline.cpu.arm\" controls mine.Alpha }\n";
		client.start().open("a.trapline", text);
		WorkspaceEdit edit = rename("a.trapline", client.at("a.trapline", "mine.Alpha"), "Beta");
		assertEquals(text.replace("mine.Alpha", "mine.Beta"), Client.edited(text, edit.getChanges().get(client.uri("a.trapline"))));
		assertEquals("namespace mine\ncontrol Beta\n", Client.edited("namespace mine\ncontrol Alpha\n", edit.getChanges().get(client.uri("lib.trapline"))));
	}

	@Test
	public void whatCanBeRenamedIsToldWithItsName() {
		client.start().open("a.trapline", Studies.NESTED);
		var prepared = Client.get(client.server().getTextDocumentService().prepareRename(new PrepareRenameParams(client.file("a.trapline"), client.at("a.trapline", "Nested {"))));
		assertEquals("Nested", prepared.getSecond().getPlaceholder());
		assertEquals("Nested", Client.piece(Studies.NESTED, prepared.getSecond().getRange()));
	}

	@Test
	public void anElementOfALibraryKeepsItsName() {
		assertRefused(Studies.NESTED, "KvmNonVhe", "Kvm", "KvmNonVhe is defined in the library org.trapline.cpu.arm/kvm-2017 of a plug-in, which cannot be changed");
	}

	@Test
	public void whatIsNoNameIsRefused() {
		assertRefused(Studies.NESTED, "Nested {", "2nd", "'2nd' is not a name: a name has letters, digits and '_', and does not begin with a digit");
	}

	@Test
	public void aWordOfTheLanguageIsRefused() {
		assertRefused(Studies.NESTED, "Nested {", "guest", "'guest' is a keyword of the language: choose another name, such as 'Guest'");
	}

	@Test
	public void aNameThatIsTakenIsRefused() {
		assertRefused(Studies.NESTED, "Nested {", "Vm", "there is already a stack named 'Vm' in a.trapline or its imports: choose another name");
	}

	@Test
	public void aNameThatAnImportHasAlreadyIsRefused() {
		assertRefused("import \"org.trapline.cpu.arm/x-gene\"\nplatform P { cpu arm.v8_3 clock 1 GHz costs XGene }\nstack S on P { L0 KvmNonVhe guest L1 }\n", "P {",
				"Moonshot", "there is already a platform named 'Moonshot'");
	}

	@Test
	public void aNameThatAnImportHasIsRefusedThoughOnlyOthersUseIt() {
		assertRefused("import \"org.trapline.cpu.arm/x-gene\"\nplatform P { cpu arm.v8_3 clock 1 GHz costs XGene }\nstack S on Moonshot { L0 KvmNonVhe guest L1 }\n", "P {",
				"Moonshot", "there is already a platform named 'Moonshot'");
	}

	@Test
	public void aWordOfTheLanguageMayFollowADotOrNameAConfiguration() throws Exception {
		String text = "stack A on P { }\nreference r {\n\tconfiguration vm\n\tcell w on vm { }\n}\n";
		client.start().open("a.trapline", text);
		assertEquals(text.replace("A on", "own.guest on"), Client.edited(text, rename("a.trapline", client.at("a.trapline", "A on"), "own.guest").getChanges().get(client.uri("a.trapline"))));
		assertEquals(text.replace("vm", "host"), Client.edited(text, rename("a.trapline", client.at("a.trapline", "vm\n"), "host").getChanges().get(client.uri("a.trapline"))));
		assertRefused(text, "vm\n", "own.host", "'own.host' is not a name: a name has letters, digits and '_', and does not begin with a digit");
	}

	@Test
	public void inAFileThatNobodyKnowsNothingIsRenamed() {
		client.start();
		ExecutionException refused = assertThrows(ExecutionException.class, () -> rename("never.trapline", new Position(0, 0), "x"));
		assertThat(refused.getMessage(), containsString("never.trapline is neither open nor a file of the folders that are"));
	}

	@Test
	public void aLevelKeepsItsName() {
		assertRefused(Studies.NESTED, "L0 ", "L9", "levels count from L0: they have no other names");
	}

	@Test
	public void aCostThatIsVariedIsRenamedOnTheChartToo() throws Exception {
		String text = "cost slow : handling\nexperiment E {\n\tsweep slow from 1 to 9 cycles in 3 points\n\tsweep threads 1, 2\n\tchart heatmap of traps over threads and slow\n}\n";
		client.start().open("a.trapline", text);
		WorkspaceEdit edit = rename("a.trapline", client.at("a.trapline", "slow\n}"), "slower");
		assertEquals(text.replace("slow", "slower"), Client.edited(text, edit.getChanges().get(client.uri("a.trapline"))));
	}

	@Test
	public void whereNoNameIsNothingCanBeRenamed() {
		assertRefused(Studies.NESTED, "experiment", "x", "there is no name here");
	}

	// ------------------------------------------------------------------------------------------- search

	@Test
	public void elementsAreFoundByAPartOfTheirNameInAllFilesAndLibraries() {
		client.write("b.trapline", "stack MyNested on Nowhere { }\n");
		client.start().open("a.trapline", Studies.NESTED);
		client.problems("a.trapline");
		List<String> found = Client.get(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("nested"))).getRight().stream()
				.map(WorkspaceSymbol::getName).toList();
		assertTrue(found.toString(), found.containsAll(List.of("Nested", "NestedNeve", "MyNested", "nested_switch")));
		assertFalse(found.toString(), found.contains("a.trapline"));
	}
}
