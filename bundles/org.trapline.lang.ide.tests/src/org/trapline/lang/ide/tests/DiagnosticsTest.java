// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.Rule;
import org.junit.Test;

/** What is wrong is told while it is typed, in all files that it concerns. */
public class DiagnosticsTest {

	@Rule
	public final Client client = new Client();

	@Test
	public void aTextThatIsRightHasNone() {
		client.start().open("a.trapline", "control Alpha\n");
		assertEquals(List.of(), client.problems("a.trapline"));
	}

	@Test
	public void anErrorHasPlaceCodeMessageAndSource() {
		client.start().open("a.trapline", "control Alpha\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpa }\n");
		Diagnostic diagnostic = client.diagnostics("a.trapline", found -> !found.isEmpty()).getFirst();
		assertEquals("Alpa", Client.piece(client.text("a.trapline"), diagnostic.getRange()));
		assertEquals("unknown-name", diagnostic.getCode().getLeft());
		assertEquals("unknown control 'Alpa': did you mean 'Alpha'?", diagnostic.getMessage().getLeft());
		assertEquals(DiagnosticSeverity.Error, diagnostic.getSeverity());
		assertEquals("Trapline", diagnostic.getSource());
	}

	@Test
	public void aProblemLeadsToItsExplanation() throws Exception {
		client.start().open("a.trapline", "stack S on Nowhere { L0 K guest L1 }\n");
		String href = client.diagnostics("a.trapline", found -> !found.isEmpty()).getFirst().getCodeDescription().getHref();
		assertTrue(href, href.endsWith("#unknown-name"));
		String page = Files.readString(Path.of(URI.create(href.substring(0, href.indexOf('#')))));
		assertTrue(page, page.contains("## unknown-name\n\nNeither this file nor its imports define an element of the expected kind with this name"));
	}

	@Test
	public void typingBringsAndMendsErrors() {
		client.start().open("a.trapline", "control Alpha\n");
		client.type("a.trapline", "control", "contrl");
		assertEquals(List.of("1:1 syntax: unexpected 'contrl': did you mean 'control'?"), client.problems("a.trapline"));
		client.type("a.trapline", "contrl", "control");
		assertEquals(List.of(), client.problems("a.trapline"));
	}

	@Test
	public void aSyntaxErrorLeavesWhatIsWrongElsewhereInSight() {
		client.start().open("a.trapline", "control Alpha\nhello\nplatform P { }\nstack S on Nowhere { }\n");
		List<String> problems = client.problems("a.trapline");
		assertTrue(problems.toString(), problems.get(0).startsWith("2:1 syntax: "));
		assertTrue(problems.toString(), problems.stream().anyMatch(each -> each.startsWith("3:10 incomplete: ")));
		assertTrue(problems.toString(), problems.stream().anyMatch(each -> each.startsWith("4:12 unknown-name: ")));
	}

	@Test
	public void filesThatNoEditorShowsAreCheckedToo() {
		client.write("closed.trapline", "stack S on Nowhere { L0 K guest L1 }\n");
		client.start();
		assertTrue(client.problems("closed.trapline").toString(), client.problems("closed.trapline").get(0).startsWith("1:12 unknown-name"));
	}

	@Test
	public void aChangeShowsInFilesThatImportIt() {
		client.write("importing.trapline", "import \"part.trapline\"\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n");
		client.write("part.trapline", "control Alpha\n");
		client.start();
		assertEquals(List.of(), client.problems("importing.trapline"));
		client.open("part.trapline", "control Alpha\n");
		client.type("part.trapline", "Alpha", "Beta");
		assertEquals(List.of("2:56 unknown-name: unknown control 'Alpha': neither this file nor its imports define it"),
				client.diagnostics("importing.trapline", found -> !found.isEmpty()).stream()
						.map(each -> "2:56 " + each.getCode().getLeft() + ": " + each.getMessage().getLeft()).toList());
		client.close("part.trapline");
		client.diagnostics("importing.trapline", List::isEmpty);
	}

	@Test
	public void aChangeInsideAnElementShowsInFilesThatImportItThroughAnother() {
		client.write("last.trapline", """
				import "middle.trapline"
				platform Own { cpu own clock 1 GHz costs XGene }
				stack S on Own { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				""");
		client.write("middle.trapline", "import \"first.trapline\"\nimport \"org.trapline.cpu.arm/x-gene\"\n");
		client.write("first.trapline", "import \"org.trapline.cpu.arm/arm\"\ncpu own extends arm.v8_3 { }\n");
		client.start();
		client.open("first.trapline", "import \"org.trapline.cpu.arm/arm\"\ncpu own extends arm.v8_3 { }\n");
		client.diagnostics("last.trapline", List::isEmpty);
		client.type("first.trapline", "arm.v8_3", "arm.v8_0");
		client.diagnostics("last.trapline", found -> found.stream().anyMatch(each -> "cpu-lacks".equals(each.getCode().getLeft())));
	}

	@Test
	public void aFileThatComesToBeMendsTheImportThatLookedForIt() {
		client.start().open("a.trapline", "import \"part.trapline\"\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n");
		assertEquals(List.of("1:8 unknown-import: the file 'part.trapline' does not exist beside this one"), client.problems("a.trapline"));
		client.write("part.trapline", "control Alpha\n");
		changed("part.trapline", FileChangeType.Created);
		client.diagnostics("a.trapline", List::isEmpty);
	}

	@Test
	public void aFileThatGoesBreaksTheImportAndHasNoProblemsAnyMore() throws Exception {
		client.write("part.trapline", "control Alpha control Alpha\n");
		client.start().open("a.trapline", "import \"part.trapline\"\n");
		client.diagnostics("part.trapline", found -> found.size() == 1);
		Files.delete(client.folder().resolve("part.trapline"));
		changed("part.trapline", FileChangeType.Deleted);
		client.diagnostics("a.trapline", found -> found.size() == 1);
		client.diagnostics("part.trapline", List::isEmpty);
	}

	/** A file can vanish before the server comes to look at it. */
	@Test
	public void aFileThatIsGoneAlreadyDisturbsNoOther() {
		client.start();
		changed("gone.trapline", FileChangeType.Changed);
		client.open("a.trapline", "control Alpha control Alpha\n");
		client.diagnostics("a.trapline", found -> found.size() == 1);
		client.type("a.trapline", "control Alpha control Alpha", "control Alpha");
		client.diagnostics("a.trapline", List::isEmpty);
	}

	/** As when a project is deleted with its files, or a program that watches no files removes one. */
	@Test
	public void whatImportedAFileAndIsGoneUnsaidDisturbsNoOther() throws Exception {
		client.write("part.trapline", "control Alpha\n");
		client.write("gone.trapline", "import \"part.trapline\"\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n");
		client.start().open("part.trapline", "control Alpha\n");
		client.diagnostics("gone.trapline", List::isEmpty);
		Files.delete(client.folder().resolve("gone.trapline"));
		client.type("part.trapline", "control Alpha", "control Beta control Beta");
		client.diagnostics("part.trapline", found -> found.size() == 1);
		client.type("part.trapline", "control Beta control Beta", "control Beta");
		client.diagnostics("part.trapline", List::isEmpty);
	}

	@Test
	public void aFolderThatIsDeletedAlreadyIsForgotten() throws Exception {
		client.start();
		Path other = client.newFolder("other").toPath().toRealPath();
		Path file = other.resolve("b.trapline");
		Files.writeString(file, "stack S on Nowhere { L0 K guest L1 }\n");
		WorkspaceFolder folder = new WorkspaceFolder(other.toUri().toString(), "other");
		folders(List.of(folder), List.of());
		String name = client.folder().relativize(file).toString();
		client.diagnostics(name, found -> !found.isEmpty());
		Files.delete(file);
		Files.delete(other);
		folders(List.of(), List.of(folder));
		client.diagnostics(name, List::isEmpty);
		Files.createDirectory(other);
		Files.writeString(file, "control Alpha control Alpha control Alpha\n");
		folders(List.of(folder), List.of());
		client.diagnostics(name, found -> found.size() == 2);
	}

	@Test
	public void aFileOutsideOfAllFoldersIsServedToo() throws Exception {
		client.start();
		client.open("../stray.trapline", "control Alpha control Alpha\n");
		client.diagnostics("../stray.trapline", found -> found.size() == 1);
	}

	@Test
	public void foldersComeAndGo() throws Exception {
		client.start();
		Path other = client.newFolder("other").toPath().toRealPath();
		Files.writeString(other.resolve("b.trapline"), "stack S on Nowhere { L0 K guest L1 }\n");
		WorkspaceFolder folder = new WorkspaceFolder(other.toUri().toString(), "other");
		folders(List.of(folder), List.of());
		String name = client.folder().relativize(other.resolve("b.trapline")).toString();
		client.diagnostics(name, found -> !found.isEmpty());
		folders(List.of(), List.of(folder));
		client.diagnostics(name, List::isEmpty);
	}

	@Test
	public void whatProgramsWroteIsNotLookedAt() throws Exception {
		for (String folder : List.of("target", "node_modules", ".git")) {
			Files.createDirectories(client.folder().resolve(folder));
			client.write(folder + "/made.trapline", "nonsense\n");
		}
		client.write("own.trapline", "nonsense\n");
		client.start();
		client.diagnostics("own.trapline", found -> !found.isEmpty());
		assertEquals(false, client.told("target/made.trapline") || client.told("node_modules/made.trapline") || client.told(".git/made.trapline"));
	}

	private void folders(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
		client.server().getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
	}

	private void changed(String name, FileChangeType change) {
		client.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(client.uri(name), change))));
	}
}
