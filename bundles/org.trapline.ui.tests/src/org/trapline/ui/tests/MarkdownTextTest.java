// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.trapline.lang.ui.MarkdownText;
import org.trapline.lang.ui.MarkdownText.Look;
import org.trapline.lang.ui.MarkdownText.Span;

/** Markdown as hovers and the help show it. */
public final class MarkdownTextTest {

	@Test
	public void partsThatLookDifferentAreKnownByTheirPlaces() {
		MarkdownText text = MarkdownText.of("A **strong** word, *another*, `code` and a [link `to`](language/stack).");
		assertEquals("A strong word, another, code and a link to.", text.plain());
		assertEquals(List.of(new Span(2, 6, Look.STRONG, null), new Span(15, 7, Look.EMPHASIS, null), new Span(24, 4, Look.CODE, null),
				new Span(35, 7, Look.LINK, "language/stack")), text.spans());
	}

	@Test
	public void blocksAreApartAsInTheSource() {
		assertEquals("Title\n\nOne line\nand the next:\n• first\n• second\n\nEnd", MarkdownText.of("# Title\n\nOne line\nand the next:\n- first\n* second\n\nEnd\n").plain());
	}

	@Test
	public void listsKeepTheirNumbersAndDepth() {
		assertEquals("1. one\n2. two\n  • below\n    more", MarkdownText.of("1. one\n2. two\n   - below\n     more\n").plain());
		assertEquals("1. one\n\n2. two", MarkdownText.of("1. one\n\n2. two\n").plain());
	}

	@Test
	public void codeKeepsItsLinesAndIsNoProse() {
		String markdown = "Before\n\n```\nstack S {\n\tL0 Kvm\n\n}\n```\nAfter";
		MarkdownText text = MarkdownText.of(markdown);
		assertEquals("Before\n\nstack S {\n    L0 Kvm\n\n}\nAfter", text.plain());
		assertEquals(List.of("stack S {", "    L0 Kvm", "}"), text.spans().stream().map(span -> text.plain().substring(span.start(), span.start() + span.length())).toList());
		assertEquals("Before\n\nAfter", MarkdownText.prose(markdown));
	}

	@Test
	public void rowsOfATableReadAsAList() {
		assertEquals("• EPT_VIOLATION: 48; why an EPT violation\n• none: 0\n• two: lines; of it",
				MarkdownText.of("| name | number | why |\n|---|--:|---|\n| EPT\\_VIOLATION | 48 | an `EPT` violation |\n| none | 0 | |\n| two | lines<br>of it | |\n").plain());
	}

	@Test
	public void whatIsEscapedOrNoMarkdownIsShownAsItIs() {
		assertEquals("EXCEPTION_NMI, a * b, run_loop, <value> & 2 < 3", MarkdownText.of("EXCEPTION\\_NMI, a * b, run_loop, <value> &amp; 2 < 3").plain());
	}

	@Test
	public void commentsAreNotShown() {
		assertEquals("Text", MarkdownText.of("<!-- SPDX-License-Identifier: EPL-2.0 -->\nText").plain().strip());
	}
}
