// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

/** {@code trapline convert} as it is called. */
public class ConvertCommandTest {

	private static final String TEXT = """
			import "org.trapline.cpu.arm/x-gene"

			// Two levels.
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter err = new StringWriter();
	private Path text;
	private Path model;

	@Before
	public void write() throws Exception {
		text = Files.writeString(folder.getRoot().toPath().resolve("study.trapline"), TEXT);
		model = folder.getRoot().toPath().resolve("study.xmi");
	}

	private int convert(Path from, Path to) {
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(new StringWriter()), new PrintWriter(err)).execute("convert", from.toString(), "--out",
				to.toString());
	}

	@Test
	public void aTextBecomesAModelAndTheSameTextAgain() throws Exception {
		assertEquals(err.toString(), 0, convert(text, model));
		assertTrue(Files.readString(model).contains("Moonshot"));
		Path again = folder.getRoot().toPath().resolve("again.trapline");
		assertEquals(err.toString(), 0, convert(model, again));
		assertEquals(TEXT, Files.readString(again));
	}

	@Test
	public void aTextThatMeansNothingIsToldWithItsPlaceAndNothingIsWritten() throws Exception {
		Files.writeString(text, TEXT.replace("on Moonshot", "on Moonshine"));
		assertEquals(2, convert(text, model));
		assertTrue(err.toString(), err.toString().startsWith(text + ":4:17: error: "));
		assertFalse(Files.exists(model));
	}

	@Test
	public void whatIsNoModelIsSaid() throws Exception {
		Files.writeString(model, "nonsense");
		Files.delete(text);
		assertEquals(2, convert(model, text));
		assertTrue(err.toString(), err.toString().startsWith(model + ":1:1: error: this is not a model in XMI"));
		assertFalse(Files.exists(text));
	}

	@Test
	public void theEndingsSayWhatBecomesOfWhat() {
		assertEquals(2, convert(text, text.resolveSibling("other.trapline")));
		assertTrue(err.toString(), err.toString().contains("one of the two files has to end in .trapline, the other in .xmi, not as study.trapline and other.trapline"));
	}

	@Test
	public void aFileThatIsNotThereIsSaid() {
		assertEquals(2, convert(text.resolveSibling("none.trapline"), model));
		assertEquals(text.resolveSibling("none.trapline") + ": error: there is no such file", err.toString().strip());
	}

	@Test
	public void aTargetThatCannotBeWrittenIsSaid() {
		assertEquals(2, convert(text, model.resolveSibling("none").resolve("study.xmi")));
		assertTrue(err.toString(), err.toString().contains("there is no folder"));
	}
}
