// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolKind;
import org.junit.Rule;
import org.junit.Test;

/** Outline, folding and colours. */
public class StructureTest {

	private static final String HYPERVISOR = """
			/*
			 * About the file.
			 */
			import "org.trapline.cpu.arm/arm"
			import "org.trapline.mechanism.neve/neve"

			// One line
			// and another.
			cost extra : handling

			hypervisor H for arm.v8_0 {
				exit {
					step "save" { read ESR_EL2 }
				}
				handle hypercall, access {
					step "emulate" when not exit is hypercall {
						work extra
					}
				}
			}
			""";

	private static final String BROKEN = HYPERVISOR.replace("hypervisor H", "hello there\n\nhypervisor H").replace("step \"save\"", "stp \"save\"");

	@Rule
	public final Client client = new Client();

	// ------------------------------------------------------------------------------------------- outline

	private List<String> outline(String text) {
		client.start().open("a.trapline", text);
		List<String> lines = new ArrayList<>();
		Client.get(client.server().getTextDocumentService().documentSymbol(new DocumentSymbolParams(client.file("a.trapline"))))
				.forEach(symbol -> outline(symbol.getRight(), "", lines));
		return lines;
	}

	private static void outline(DocumentSymbol symbol, String indent, List<String> lines) {
		lines.add(indent + symbol.getName() + (symbol.getDetail().isEmpty() ? "" : " - " + symbol.getDetail()));
		symbol.getChildren().forEach(child -> outline(child, indent + "  ", lines));
	}

	@Test
	public void theOutlineHasElementsAndTheirBlocks() {
		assertEquals(List.of("extra - cost : handling", "H - hypervisor for arm.v8_0", "  exit", "    step \"save\"", "  handle hypercall, access",
				"    step \"emulate\" when not exit is hypercall"), outline(HYPERVISOR));
	}

	@Test
	public void theOutlineHasPartsWithNames() {
		assertEquals(List.of("g - register group read costs c write costs c", "  R1 - register traps always", "  R2 - register"),
				outline("registers g read costs c write costs c { R1 traps always R2 }\n"));
	}

	@Test
	public void anErrorInTheMiddleLeavesTheOutline() {
		assertEquals(List.of("extra - cost : handling", "H - hypervisor for arm.v8_0", "  exit", "  handle hypercall, access",
				"    step \"emulate\" when not exit is hypercall"), outline(BROKEN));
	}

	@Test
	public void aSymbolHasKindRangeAndName() {
		client.start().open("a.trapline", HYPERVISOR);
		DocumentSymbol symbol = Client.get(client.server().getTextDocumentService().documentSymbol(new DocumentSymbolParams(client.file("a.trapline")))).getLast().getRight();
		assertEquals(SymbolKind.Class, symbol.getKind());
		assertEquals("H", Client.piece(HYPERVISOR, symbol.getSelectionRange()));
		assertTrue(Client.piece(HYPERVISOR, symbol.getRange()).startsWith("hypervisor H") && Client.piece(HYPERVISOR, symbol.getRange()).endsWith("}"));
	}

	// ------------------------------------------------------------------------------------------- folding

	private List<String> folds(String text) {
		client.start().open("a.trapline", text);
		return Client.get(client.server().getTextDocumentService().foldingRange(new FoldingRangeRequestParams(client.file("a.trapline")))).stream()
				.map((FoldingRange range) -> range.getStartLine() + 1 + "-" + (range.getEndLine() + 1) + " " + range.getKind()).toList();
	}

	@Test
	public void blocksCommentsAndImportsCanBeFolded() {
		assertEquals(List.of("1-3 comment", "4-5 imports", "7-8 comment", "11-19 region", "12-13 region", "15-18 region", "16-17 region"), folds(HYPERVISOR));
	}

	@Test
	public void blocksCanBeFoldedBesideAnError() {
		assertEquals(List.of("1-3 comment", "4-5 imports", "7-8 comment", "13-21 region", "14-15 region", "17-20 region", "18-19 region"), folds(BROKEN));
	}

	// ------------------------------------------------------------------------------------------- colours

	private record Token(String text, String type, List<String> modifiers) {
	}

	private List<Token> tokens(String text, Optional<Range> range) {
		client.start().open("a.trapline", text);
		client.problems("a.trapline");
		SemanticTokensLegend legend = client.initialized().getCapabilities().getSemanticTokensProvider().getLegend();
		List<Integer> data = Client.get(range.isEmpty() ? client.server().getTextDocumentService().semanticTokensFull(new SemanticTokensParams(client.file("a.trapline")))
				: client.server().getTextDocumentService().semanticTokensRange(new SemanticTokensRangeParams(client.file("a.trapline"), range.get()))).getData();
		List<Token> tokens = new ArrayList<>();
		int line = 0;
		int column = 0;
		for (int i = 0; i < data.size(); i += 5) {
			column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
			line += data.get(i);
			int modifiers = data.get(i + 4);
			tokens.add(new Token(Client.piece(text, new Range(new Position(line, column), new Position(line, column + data.get(i + 2)))),
					legend.getTokenTypes().get(data.get(i + 3)), IntStream.range(0, legend.getTokenModifiers().size())
							.filter(bit -> (modifiers & 1 << bit) != 0).mapToObj(legend.getTokenModifiers()::get).toList()));
		}
		return tokens;
	}

	private static Token token(List<Token> tokens, String text) {
		return tokens.stream().filter(token -> token.text().equals(text)).findFirst().orElse(null);
	}

	@Test
	public void wordsHaveTheColourOfWhatTheyAre() {
		List<Token> tokens = tokens(Studies.NESTED, Optional.empty());
		assertEquals(new Token("stack", "keyword", List.of()), token(tokens, "stack"));
		assertEquals(new Token("\"Hypercalls\"", "string", List.of()), token(tokens, "\"Hypercalls\""));
		assertEquals(new Token("10", "number", List.of()), token(tokens, "10"));
		assertEquals(new Token("// by trapping.", "comment", List.of()), token(tokens, "// by trapping."));
		assertEquals(new Token("/** A VM. */", "comment", List.of("documentation")), token(tokens, "/** A VM. */"));
		assertEquals(new Token("Vm", "class", List.of("declaration")), token(tokens, "Vm"));
		assertEquals(new Token("KvmNonVhe", "class", List.of("defaultLibrary")), token(tokens, "KvmNonVhe"));
		assertEquals(new Token("hypercall", "function", List.of("defaultLibrary")), token(tokens, "hypercall"));
		assertEquals(new Token("traps", "keyword", List.of()), token(tokens, "traps"));
		assertEquals(new Token("vm", "enumMember", List.of("defaultLibrary")), token(tokens, "vm"));
	}

	@Test
	public void aNameThatMeansNothingHasNoColour() {
		assertNull(token(tokens("stack S on Nowhere { }\n", Optional.empty()), "Nowhere"));
	}

	@Test
	public void aCommentOverLinesIsColouredLineByLine() {
		assertEquals(List.of("/* one", "two */"), tokens("/* one\n   two */\ncontrol A\n", Optional.empty()).stream().filter(token -> token.type().equals("comment"))
				.map(Token::text).toList());
	}

	@Test
	public void anErrorInTheMiddleLeavesTheColours() {
		List<Token> tokens = tokens(BROKEN, Optional.empty());
		assertEquals(new Token("H", "class", List.of("declaration")), token(tokens, "H"));
		assertEquals(new Token("hypercall", "function", List.of("defaultLibrary")), token(tokens, "hypercall"));
		assertEquals(new Token("\"emulate\"", "string", List.of()), token(tokens, "\"emulate\""));
	}

	@Test
	public void aPartOfTheTextHasItsColoursOnly() {
		List<Token> tokens = tokens("control A\ncontrol B\ncontrol C\n", Optional.of(new Range(new Position(1, 0), new Position(2, 0))));
		assertEquals(List.of("control", "B"), tokens.stream().map(Token::text).toList());
	}
}
