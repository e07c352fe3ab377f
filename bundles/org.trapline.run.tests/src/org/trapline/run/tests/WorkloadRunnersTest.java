// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;

import org.junit.Test;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.workload.WorkloadKind;
import org.trapline.lang.workload.WorkloadKinds;
import org.trapline.model.ModelFactory;
import org.trapline.model.ModelPackage;
import org.trapline.model.Workload;
import org.trapline.run.workload.WorkloadRunner;
import org.trapline.run.workload.WorkloadRunners;

/** What the language knows of kinds of workload, and what runs them, fit together. */
public class WorkloadRunnersTest {

	private final WorkloadKinds kinds = new TraplineStandaloneSetup(Installed.CATALOG).createInjectorAndDoEMFRegistration().getInstance(WorkloadKinds.class);

	@Test
	public void everyWorkloadOfTheMetamodelHasAKind() {
		List<String> without = ModelPackage.eINSTANCE.getEClassifiers().stream()
				.filter(each -> each instanceof org.eclipse.emf.ecore.EClass type && !type.isAbstract() && ModelPackage.Literals.WORKLOAD.isSuperTypeOf(type)
						&& kinds.of(type).isEmpty())
				.map(each -> each.getName()).toList();
		assertEquals(List.of(), without);
		assertFalse(kinds.all().isEmpty());
	}

	@Test
	public void everyKindHasARunnerThatAgreesOnWhatCanBeTraced() {
		for (WorkloadKind kind : kinds.all()) {
			Workload workload = (Workload) ModelFactory.eINSTANCE.create(kind.type());
			WorkloadRunner runner = WorkloadRunners.of(workload);
			assertEquals(kind.keyword(), kind.isTraced(), runner.round(workload).isPresent());
			assertEquals(kind.keyword(), kind.isTraced(), runner.whyNoRound(workload).isEmpty());
		}
	}
}
