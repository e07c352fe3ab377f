// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.trapline.lang.scoping.TextHead;

/** Where an import goes. */
public class TextHeadTest {

	private static void assertAdded(String text, String expected) {
		TextHead head = TextHead.of(text);
		assertEquals(expected, new StringBuilder(text).insert(head.end(), head.oneMore("b")).toString());
	}

	@Test
	public void belowTheImports() {
		assertAdded("import \"a\"\ncontrol A\n", "import \"a\"\nimport \"b\"\ncontrol A\n");
		assertAdded("// A study.\nimport \"a\" // for A\n\ncontrol A\n", "// A study.\nimport \"a\" // for A\nimport \"b\"\n\ncontrol A\n");
		assertAdded("import \"a\"", "import \"a\"\nimport \"b\"");
		assertAdded("import \"a\" control A\n", "import \"a\"\nimport \"b\"\n control A\n");
	}

	@Test
	public void belowTheNamespace() {
		assertAdded("/* Mine. */\nnamespace mine\n\ncontrol A\n", "/* Mine. */\nnamespace mine\n\nimport \"b\"\n\ncontrol A\n");
		assertAdded("namespace mine\ncontrol A\n", "namespace mine\n\nimport \"b\"\n\ncontrol A\n");
		assertAdded("namespace mine.own", "namespace mine.own\n\nimport \"b\"\n");
	}

	@Test
	public void belowTheVersion() {
		assertAdded("language 2\n\ncontrol A\n", "language 2\n\nimport \"b\"\n\ncontrol A\n");
		assertAdded("// Mine.\nlanguage 2\nnamespace mine\n\ncontrol A\n", "// Mine.\nlanguage 2\nnamespace mine\n\nimport \"b\"\n\ncontrol A\n");
		assertAdded("language 2\n\nimport \"a\"\n\ncontrol A\n", "language 2\n\nimport \"a\"\nimport \"b\"\n\ncontrol A\n");
	}

	@Test
	public void belowTheCommentAboutTheFileAndAboveThatAboutTheFirstElement() {
		assertAdded("// The file.\n\n// A.\ncontrol A\n", "// The file.\n\nimport \"b\"\n\n// A.\ncontrol A\n");
		assertAdded("/* The file. */\n\ncontrol A\n", "/* The file. */\n\nimport \"b\"\n\ncontrol A\n");
		assertAdded("// A.\ncontrol A\n", "import \"b\"\n\n// A.\ncontrol A\n");
	}

	@Test
	public void atTheEndOfATextWithoutElements() {
		assertAdded("", "import \"b\"\n");
		assertAdded("// Mine.\n", "// Mine.\nimport \"b\"\n");
		assertAdded("// Mine.", "// Mine.\nimport \"b\"\n");
	}

	@Test
	public void behindAByteOrderMark() {
		assertAdded("\uFEFFcontrol A\n", "\uFEFFimport \"b\"\n\ncontrol A\n");
	}

	@Test
	public void linesEndAsTheOthersDo() {
		assertAdded("import \"a\"\r\ncontrol A\r\n", "import \"a\"\r\nimport \"b\"\r\ncontrol A\r\n");
		assertAdded("// The file.\r\n\r\ncontrol A\r\n", "// The file.\r\n\r\nimport \"b\"\r\n\r\ncontrol A\r\n");
	}

	@Test
	public void whatIsImportedIsNoComment() {
		assertEquals(List.of("a", "c", "d"), TextHead.of("// import \"x\"\nimport \"a\"\n/* import \"y\"\n*/ import 'c'\nimport \"d\ncontrol A\nimport \"z\"\n").imports());
	}
}
