// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;



import org.junit.Test;

/** Fixes of old words and versions, of intervals and of metrics. */
public class VersionFixTest extends AppliedFixes {

	@Test
	public void anOldWordIsReplacedByTheNewOne() {
		assertFixed("flow f { clients 1 requests 10 on delay { for 5 us assumed \"x\" } }\n", "renamed-word", "Change to 'closed-loop'",
				"closed-loop f { clients 1 requests 10 on delay { for 5 us assumed \"x\" } }\n");
	}

	@Test
	public void aFileWithOldWordsIsUpgradedAsAWhole() {
		assertFixed("// Mine.\nnamespace mine\n\nflow f { clients 1 requests 10 on elsewhere { for 5 us assumed \"x\" } }\n", "renamed-word",
				"Upgrade the file to version 2 of the language",
				"// Mine.\nlanguage 2\nnamespace mine\n\nclosed-loop f { clients 1 requests 10 on delay { for 5 us assumed \"x\" } }\n");
	}

	@Test
	public void aVersionThatIsNotKnownIsTheLatest() {
		assertFixed("language 9\ncontrol A\n", "language-version", "Change to '2'", "language 2\ncontrol A\n");
	}

	@Test
	public void anIntervalIsTurnedRound() {
		assertFixed("cost c : switching = 60 to 30 cycles assumed \"x\"\n", "interval", "Change to '30 to 60'", "cost c : switching = 30 to 60 cycles assumed \"x\"\n");
		assertFixed("cost c : switching = -5 cycles assumed \"x\"\n", "interval", "Change to '5'", "cost c : switching = 5 cycles assumed \"x\"\n");
		assertFixed("cost c : switching = 30 ± 40 cycles assumed \"x\"\n", "interval", "Change to '30'", "cost c : switching = 30 ± 30 cycles assumed \"x\"\n");
	}

	@Test
	public void aNominalValueOutsideOfItsIntervalIsItsMiddle() {
		assertFixed("cost c : switching = 70 within 30 to 60 cycles assumed \"x\"\n", "interval", "Change to '30 to 60'",
				"cost c : switching = 30 to 60 cycles assumed \"x\"\n");
	}

	@Test
	public void anUnknownMetricIsChangedToANearOne() {
		assertStudyFixed(VM + "experiment E { stacks Vm workload hypercall measure cycle }\n", "measure", "Change to 'cycles'",
				VM + "experiment E { stacks Vm workload hypercall measure cycles }\n");
	}

	@Test
	public void aSummaryOfOnePointIsNone() {
		assertStudyFixed(VM + "experiment E { stacks Vm workload hypercall summary measure traps }\n", "sweep", "Remove 'summary'",
				VM + "experiment E { stacks Vm workload hypercall measure traps }\n");
	}

	@Test
	public void aCpuThatNothingDecidesForGetsTheCostOfATrap() {
		assertFixed("cost exit_and_entry : transition\n\ncpu c { }\n", "unknown-implementation", "Add 'trap costs exit_and_entry'",
				"cost exit_and_entry : transition\n\ncpu c { trap costs exit_and_entry }\n");
	}
}
