// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.reproduce;

import java.util.Optional;

import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Bound;
import org.trapline.result.Tolerance;

/** The tolerances that a study declares where it uses a reference. */
final class Tolerances {

	private Tolerances() {
	}

	/** The tolerance of one cell: the narrowest that is declared for it, with the general one where that is another. */
	static Optional<Tolerance> of(ReferenceUse use, Stack stack, Workload workload, String metric) {
		Optional<org.trapline.model.Tolerance> narrowest = Optional.empty();
		Optional<org.trapline.model.Tolerance> general = Optional.empty();
		for (org.trapline.model.Tolerance each : use.getTolerances()) {
			if (each.getMetric().equals(metric) && applies(each, stack, workload)) {
				if (narrowest.isEmpty() || narrowness(each) > narrowness(narrowest.get())) {
					narrowest = Optional.of(each);
				}
				if (narrowness(each) == 0) {
					general = Optional.of(each);
				}
			}
		}
		Optional<Bound> others = general.equals(narrowest) ? Optional.empty() : general.map(Tolerances::bound);
		return narrowest.map(own -> new Tolerance(bound(own), others, Optional.ofNullable(own.getReason())));
	}

	private static boolean applies(org.trapline.model.Tolerance tolerance, Stack stack, Workload workload) {
		return (tolerance.getWorkload() == null || tolerance.getWorkload() == workload)
				&& (tolerance.getStacks().isEmpty() || tolerance.getStacks().contains(stack));
	}

	/** A tolerance for a workload on some stacks is narrower than one for the workload, and that is narrower than one for all. */
	private static int narrowness(org.trapline.model.Tolerance tolerance) {
		if (tolerance.getWorkload() == null) {
			return 0;
		}
		return tolerance.getStacks().isEmpty() ? 1 : 2;
	}

	private static Bound bound(org.trapline.model.Tolerance tolerance) {
		return new Bound(tolerance.getBound(), tolerance.isPercent());
	}
}
