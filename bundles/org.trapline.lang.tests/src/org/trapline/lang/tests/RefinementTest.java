// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.run.Studies;

/** A hypervisor that extends another one changes its routines step by step. */
public class RefinementTest {

	private static final String BASE = """
			import "org.trapline.cpu.arm/x-gene"
			cost tick : handling = 1000 cycles assumed "to be seen"
			hypervisor Base for arm.v8_0 {
				configure guest { TAC }
				exit {
					step "one" { work tick }
					step "two" { work tick }
				}
				handle hypercall { step "answer" { work tick } }
			}
			""";

	@Rule
	public final Checks checks = new Checks();

	/** Ticks of a hypercall to a hypervisor that refines the one above. */
	private long ticks(String refinement) throws Exception {
		Path file = checks.write("ticks.trapline", BASE + "hypervisor Own extends Base {\n" + refinement + "\n}\n" + """
				stack S on Moonshot { L0 Own guest L1 }
				experiment E { stacks S workload hypercall measure cycles }
				""");
		List<ResultRow> rows = new Studies(Checks.CATALOG).run(file, Optional.empty()).experiments().get(0).rows();
		assertEquals(Metric.CYCLES, rows.get(0).metric());
		return rows.get(0).value().longValueExact() / 1000;
	}

	@Test
	public void aStepWithoutAPlaceComesLast() throws Exception {
		assertEquals(4, ticks("refine exit { step \"three\" { work tick } }"));
	}

	@Test
	public void aStepTakesThePlaceOfAnother() throws Exception {
		assertEquals(4, ticks("refine exit { replacing \"one\" step \"one\" { work tick, tick } }"));
	}

	@Test
	public void aStepIsRemoved() throws Exception {
		assertEquals(2, ticks("refine exit { remove \"two\" }"));
	}

	@Test
	public void beforeAndAfterAddWithoutTakingAway() throws Exception {
		assertEquals(5, ticks("refine exit { before \"one\" step \"zero\" { work tick } after \"one\" step \"half\" { work tick } }"));
	}

	@Test
	public void aHandlerIsRefinedToo() throws Exception {
		assertEquals(4, ticks("refine handle hypercall { after \"answer\" step \"again\" { work tick } }"));
	}

	@Test
	public void aRoutineThatDoesNotRefineReplacesTheInheritedOne() throws Exception {
		assertEquals(1, ticks("exit { }"));
	}

	private void assertProblem(String refinement, String expected) {
		checks.assertProblems(BASE + "hypervisor Own extends Base { " + refinement + " }", expected);
	}

	@Test
	public void aStepThatIsNotThere() {
		assertProblem("refine exit { after \"onee\" step \"x\" { } }",
				"11:51 error refinement: the inherited routine has no step \"onee\"; did you mean \"one\"?");
	}

	@Test
	public void aStepToRemoveThatIsNotThere() {
		assertProblem("refine exit { remove \"something else\" }",
				"11:52 error refinement: the inherited routine has no step \"something else\"; it has [one, two]");
	}

	@Test
	public void nothingToRefine() {
		assertProblem("refine enter { step \"x\" { } }",
				"11:31 error refinement: there is nothing to refine: hypervisor 'Own' inherits no routine for 'enter'; remove 'refine'");
	}

	@Test
	public void aPlaceWhereNothingIsRefined() {
		assertProblem("exit { after \"one\" step \"x\" { } }", "11:44 error refinement: only a routine that refines an inherited one places its "
				+ "steps: write 'refine' before it, or remove 'after \"one\"'");
	}

	@Test
	public void aRemovalWhereNothingIsRefined() {
		assertProblem("exit { remove \"one\" }",
				"11:45 error refinement: only a routine that refines an inherited one removes steps: write 'refine' before it");
	}
}
