// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.CostValue;
import org.trapline.model.TraplineModel;

/** Costs that are intervals. */
public class IntervalTest {

	@Rule
	public final Checks checks = new Checks();

	private static CostValue value(String text) {
		TraplineModel model = Language.model("cost c : switching = " + text);
		return ((Cost) model.getElements().get(0)).getDefault();
	}

	private static void assertValue(String text, String nominal, String shown) {
		assertEquals(nominal, value(text).getAmount().toPlainString());
		assertEquals(shown, Quantities.text(value(text)));
	}

	@Test
	public void theNominalValueOfAnIntervalIsItsMiddle() {
		assertValue("30 to 60 cycles assumed \"x\"", "45", "45 (30 to 60) cycles");
		assertValue("30 to 61 cycles assumed \"x\"", "45.5", "45.5 (30 to 61) cycles");
		assertValue("0.25 to 0.5 us assumed \"x\"", "0.375", "0.375 (0.25 to 0.5) us");
	}

	@Test
	public void aDeviationGoesEitherWay() {
		assertValue("1200 ± 90 cycles measured \"x\"", "1200", "1200 (1110 to 1290) cycles");
		assertValue("1200+-90 cycles measured \"x\"", "1200", "1200 (1110 to 1290) cycles");
	}

	@Test
	public void aNominalValueOfItsOwn() {
		assertValue("40 within 30 to 60 cycles assumed \"x\"", "40", "40 (30 to 60) cycles");
	}

	@Test
	public void theStatusMayStandFirst() {
		assertValue("assumed 30 to 60 cycles \"x\"", "45", "45 (30 to 60) cycles");
		assertValue("measured 5 cycles \"x\"", "5", "5 cycles");
		assertEquals("measured", value("measured 5 ± 1 us \"x\"").getStatus().getLiteral());
	}

	@Test
	public void oneNumberIsNoInterval() {
		assertTrue(Quantities.interval(value("5 cycles assumed \"x\"")).isEmpty());
		assertValue("5 cycles assumed \"x\"", "5", "5 cycles");
	}

	@Test
	public void everyNumberWithASourceMayBeAnInterval() {
		checks.assertProblems("""
				import "org.trapline.cpu.x86/skylake"
				siblings s { pause 5 to 10 % assumed "x" }
				costs Own extends Skylake { run_loop = assumed 300 ± 30 cycles "x" }
				closed-loop f {
					clients 1 request 1 KiB requests 10
					on vcpu { do hypercall 1 to 2 times assumed "x" for assumed 10 to 20 us "x" exponential }
					on wire { send at 9 to 10 Gb/s assumed "x" }
				}
				""");
	}

	@Test
	public void anIntervalUpsideDown() {
		checks.assertProblems("cost c : switching = 60 to 30 cycles assumed \"x\"", "1:22 error interval: the interval goes from 60 down to 30: write '30 to 60'");
	}

	@Test
	public void aNominalValueOutsideOfItsInterval() {
		checks.assertProblems("cost c : switching = 70 within 30 to 60 cycles assumed \"x\"",
				"1:22 error interval: the nominal value 70 is outside of its interval: write '30 to 60' for its middle, or a value within");
	}

	@Test
	public void aCostBelowNothing() {
		checks.assertProblems("cost c : switching = -5 cycles assumed \"x\"", "1:22 error interval: this is below 0: write '5'");
		checks.assertProblems("cost c : switching = -5 to 5 cycles assumed \"x\"", "1:22 error interval: this is below 0: write '5'");
		checks.assertProblems("cost c : switching = 30 ± 40 cycles assumed \"x\"",
				"1:27 error interval: the interval of 30 ± 40 reaches below 0: write '30' or less");
	}

	@Test
	public void cyclesAreWholeAtTheEndsOfAnInterval() {
		checks.assertProblems("cost c : switching = 30 to 60.5 cycles assumed \"x\"",
				"1:22 error out-of-bounds: cycles are whole: round 60.5, or give the time in ns or us");
	}

	@Test
	public void aPlugInsBoundsHoldForTheEndsOfAnInterval() {
		checks.assertProblems("import \"org.trapline.mechanism.neve/neve\"\ncosts t { deferred_access = 3 to 9 cycles assumed \"slow\" }",
				"2:29 error out-of-bounds: NEVE takes 1 to 4 cycles for 'deferred_access', not 6");
	}

	@Test
	public void aNumberWithoutAnEnd() {
		checks.assertProblems("cost c : switching = 30 to cycles assumed \"x\"", "1:28 error syntax: unexpected 'cycles': expected a number");
	}
}
