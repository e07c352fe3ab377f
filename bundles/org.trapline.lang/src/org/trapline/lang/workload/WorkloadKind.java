// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

/** One kind of workload. Methods that take a workload take those of the kind only. */
public interface WorkloadKind {

	/** Its class of the metamodel. */
	EClass type();

	/** The word of the language that begins one. */
	String keyword();

	/** The metrics of its results, without percentiles. */
	List<Metric> metrics();

	/** Whether its results depend on random numbers: only then do replications differ. */
	boolean isRandom();

	/** Whether it has clients, whose number a sweep can vary. */
	boolean hasClients();

	/** Whether one round of it is a sequence of operations of the guest, whose traps can be shown one by one. */
	boolean isTraced();

	/** Finds what is wrong with a workload, wherever it runs. */
	void check(Workload workload, Problems problems);

	/** Finds why a stack cannot run a workload, as far as that is seen without expanding it. */
	default void check(Workload workload, Stack stack, RunProblems problems) {
		// Every stack can.
	}
}
