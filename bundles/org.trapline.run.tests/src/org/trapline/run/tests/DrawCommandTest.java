// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

/** {@code trapline draw} as it is called. */
public class DrawCommandTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter err = new StringWriter();

	private int draw(Object... arguments) throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), "stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }\n");
		String[] all = new String[arguments.length + 2];
		all[0] = "draw";
		all[1] = study.toString();
		System.arraycopy(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), 0, all, 2, arguments.length);
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(new StringWriter()), new PrintWriter(err)).execute(all);
	}

	@Test
	public void writesThePictureThatTheNameAsksFor() throws Exception {
		Path file = folder.getRoot().toPath().resolve("nested.svg");
		assertEquals(err.toString(), 0, draw("--stack", "Nested", "--operation", "hypercall", "--out", file));
		assertTrue(Files.readString(file).contains("126 traps"));
	}

	@Test
	public void aKeyExplainsTheLinesThatThereAre() throws Exception {
		Path file = folder.getRoot().toPath().resolve("nested.svg");
		assertEquals(err.toString(), 0, draw("--stack", "Nested", "--operation", "hypercall", "--out", file));
		assertFalse("no device is on the way", Files.readString(file).contains("in its own time"));
		assertEquals(err.toString(), 0, draw("--stack", "Nested", "--operation", "device_io", "--out", file));
		assertTrue(Files.readString(file).contains("in its own time"));
	}

	@Test
	public void coresThatAreNotAskedForAreFolded() throws Exception {
		Path file = folder.getRoot().toPath().resolve("nested.svg");
		assertEquals(err.toString(), 0, draw("--stack", "Nested", "--cores", "2", "--out", file));
		assertTrue(Files.readString(file).contains("2 to 7"));
		assertEquals(2, draw("--stack", "Nested", "--cores", "-1", "--out", file));
		assertTrue(err.toString(), err.toString().contains("not -1"));
	}

	@Test
	public void anUnknownStackIsSaid() throws Exception {
		assertEquals(2, draw("--stack", "Nestled", "--out", "x.svg"));
		assertTrue(err.toString(), err.toString().contains("there is no stack 'Nestled'"));
	}

	@Test
	public void anUnknownOperationIsSaidWithThoseThatThereAre() throws Exception {
		Path file = folder.getRoot().toPath().resolve("nested.svg");
		assertEquals(2, draw("--stack", "Nested", "--operation", "hyper", "--out", file));
		assertTrue(err.toString(), err.toString().contains("'hyper'") && err.toString().contains("hypercall"));
		assertFalse(Files.exists(file));
	}

	@Test
	public void anUnknownFormatIsSaid() throws Exception {
		assertEquals(2, draw("--stack", "Nested", "--out", "nested.gif"));
		assertTrue(err.toString(), err.toString().contains(".png, .svg or .pdf"));
	}
}
