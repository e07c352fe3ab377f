// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
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

/** {@code trapline validate} and {@code trapline calibration} as they are called: what they print where, and their exit status. */
public class ValidateCommandTest {

	private static final String STUDY = """
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			stack NestedNeve extends Nested { mechanism neve }
			experiment E {
				stacks Nested, NestedNeve
				workload hypercall
				measure traps
				reference neve.sosp17 { Nested = v8_3, NestedNeve = neve %s }
			}
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private int trapline(Object... arguments) {
		int status = new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
		return status;
	}

	private Path study(String tolerances) throws Exception {
		return Installed.write(folder.getRoot().toPath(), STUDY.formatted(tolerances));
	}

	// ------------------------------------------------------------------------------------------- validate

	@Test
	public void theShippedStudiesPass() {
		assertEquals(0, trapline("validate"));
		assertTrue(out.toString(), out.toString().contains("Summary of hypercall: 9 cells, 9 ok, 0 excused, 0 MISS\n"));
		assertTrue(out.toString(), out.toString().contains("Summary of microbenchmarks: 36 cells, "));
		assertEquals("", err.toString());
	}

	@Test
	public void aShippedStudyIsNamedByItsId() {
		assertEquals(0, trapline("validate", "neve-sosp17", "--format", "json"));
		assertEquals(57, out.toString().lines().count());
	}

	@Test
	public void aMissIsStatusOneAndALineOfItsOwn() throws Exception {
		assertEquals(1, trapline("validate", study("tolerance traps 1")));
		assertEquals("own: hypercall on NestedNeve, traps: 17, published 15, +2: more than the declared 1" + System.lineSeparator(),
				err.toString());
		assertTrue(out.toString(), out.toString().contains("MISS [1]"));
	}

	@Test
	public void anExcuseIsNoMiss() throws Exception {
		assertEquals(0, trapline("validate", study("tolerance traps 1 tolerance traps 2 for hypercall on NestedNeve because \"of a recount\"")));
		assertTrue(out.toString(), out.toString().contains("tolerance 2 in place of 1, because of a recount."));
	}

	@Test
	public void whatHasNoToleranceIsToldAndNotJudged() throws Exception {
		assertEquals(0, trapline("validate", study("")));
		assertTrue(out.toString(), out.toString().contains("2 without a tolerance"));
	}

	@Test
	public void anUnknownStudyIsBadInputThatNamesTheShippedOnes() {
		assertEquals(2, trapline("validate", "nowhere"));
		assertEquals("trapline: error: there is neither a shipped study nor a file 'nowhere'; shipped: neve-sosp17, dvh-asplos20, virtual-passthrough, svt-isca19" + System.lineSeparator(),
				err.toString());
	}

	@Test
	public void aMissingFileIsBadInput() {
		assertEquals(2, trapline("validate", "nowhere.trapline"));
		assertEquals("nowhere.trapline: error: there is no such file" + System.lineSeparator(), err.toString());
	}

	@Test
	public void aStudyThatIsComparedWithNothingIsBadInput() throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), "stack Vm on Moonshot { L0 KvmNonVhe guest L1 }");
		assertEquals(2, trapline("validate", study));
		assertTrue(err.toString(), err.toString().startsWith(study + ": error: no experiment is compared with published values"));
		assertEquals("", out.toString());
	}

	@Test
	public void anErrorInAStudyIsBadInputWithItsPlace() throws Exception {
		Path study = study("tolerance cycles 10 %");
		assertEquals(2, trapline("validate", study));
		assertTrue(err.toString(), err.toString().startsWith(study + ":9:"));
	}

	@Test
	public void anUnknownFormatIsBadUse() {
		assertEquals(2, trapline("validate", "--format", "xml"));
	}

	// ------------------------------------------------------------------------------------------- calibration

	@Test
	public void theCalibrationOfAFileIsThatOfItsOwnCosts() throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), """
				costs Mine extends XGene {
					/** A slower one. history: not the start of its line
					 * history: 2026-01-02 70 */
					exception_entry = 100 cycles assumed "a | b"
					map_page = 0 cycles assumed "free"
				}
				platform Own { cpu arm.v8_3 clock 1 GHz costs Mine }
				stack Vm on Own { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = vm } }
				""");
		assertEquals(0, trapline("calibration", study));
		String page = out.toString();
		assertTrue(page, page.contains("\n## Cost table `Mine` of `own.trapline`\n"));
		assertTrue(page, page.contains("| `exception_entry` | Taking an exception from EL1 to EL2. | 100 cycles | assumed | "
				+ "a \\| b; A slower one. history: not the start of its line |  | +0.72 %: hypercall on Vm (own) | 2026-01-02 70 |\n"));
		assertTrue(page, page.contains("| 0 cycles | assumed | free |  | none |  |\n"));
		assertEquals("only its own", 1, page.split("\n## ", -1).length - 1);
	}

	@Test
	public void aFileWithoutCostsHasNoCalibration() throws Exception {
		assertEquals(2, trapline("calibration", study("")));
		assertTrue(err.toString(), err.toString().contains("no cost table and no cost with a default value"));
	}

	@Test
	public void aCostBeyondAllBoundsIsBadInput() throws Exception {
		Path study = Files.writeString(study("").resolveSibling("large.trapline"), """
				import "org.trapline.cpu.arm/x-gene"
				costs Large extends XGene { map_page = 2000000000000 cycles assumed "a day" }
				""");
		assertEquals(2, trapline("calibration", study));
		assertTrue(err.toString(), err.toString().startsWith(study + ":2:40: error: a cost of 2000000000000 cycles is beyond 1000000000000"));
	}
}
