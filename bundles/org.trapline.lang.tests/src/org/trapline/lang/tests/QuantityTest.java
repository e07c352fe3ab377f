// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.Quantities;
import org.trapline.model.Unit;

/** Numbers have units, which convert and which can be wrong. */
public class QuantityTest {

	@Rule
	public final Checks checks = new Checks();

	private static void assertBase(String expected, String amount, Unit unit) {
		assertEquals(0, new BigDecimal(expected).compareTo(Quantities.inBase(new BigDecimal(amount), unit)));
	}

	@Test
	public void everyUnitHasADimensionAndConverts() {
		for (Unit unit : Unit.values()) {
			assertEquals(unit.getLiteral(), 1, Quantities.inBase(BigDecimal.ONE, unit).signum());
			assertEquals(unit.getLiteral(), true, Quantities.dimension(unit).units().contains(unit.getLiteral()));
		}
	}

	@Test
	public void conversionsAreExact() {
		assertBase("0.0000011", "1.1", Unit.MICROSECONDS);
		assertBase("2400000000", "2.4", Unit.GIGAHERTZ);
		assertBase("12884901888", "12", Unit.GIBIBYTES);
		assertBase("12000000000", "12", Unit.GIGABYTES);
		assertBase("1250000000", "10", Unit.GIGABITS_PER_SECOND);
		assertBase("0.05", "5", Unit.PERCENT);
	}

	@Test
	public void aUnitThatThereIsNot() {
		checks.assertProblems("platform p { clock 2.4 Ghz }", "1:24 error syntax: 'Ghz' is not a unit; did you mean 'GHz'?");
	}

	@Test
	public void aUnitThatMeasuresSomethingElse() {
		checks.assertProblems("import \"org.trapline.cpu.arm/x-gene\" platform p { cpu arm.v8_0 clock 2.4 GB costs XGene }",
				"1:70 error unit: '2.4 GB' is a size, and 'clock' is a frequency: give it in kHz, MHz, GHz");
	}

	@Test
	public void aCostInBytes() {
		checks.assertProblems("cost c : switching = 3 KB assumed \"x\"",
				"1:24 error unit: a cost is in cycles, or a time in ns, us, ms, s, not in KB");
	}

	@Test
	public void cyclesThatAreNotWhole() {
		checks.assertProblems("cost c : switching = 2.5 cycles assumed \"x\"",
				"1:22 error out-of-bounds: cycles are whole: round 2.5, or give the time in ns or us");
	}

	@Test
	public void aCostInMicrosecondsIsCyclesAtTheClock() {
		checks.assertProblems("cost c : switching = 1.1 us assumed \"x\"");
	}

	@Test
	public void bandwidthHasASlash() {
		checks.assertProblems("migration m { level L1 memory 1 GB dirty 10 MB/s link 10 Gb/s downtime 300 ms rounds 30 }");
	}
}
