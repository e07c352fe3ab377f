// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.trapline.model.Workload;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All kinds of workload. */
@Singleton
public final class WorkloadKinds {

	private final List<WorkloadKind> all;

	@Inject
	public WorkloadKinds(OperationKind operations, MigrationKind migrations, ClosedLoopKind closedLoops) {
		this.all = List.of(operations, migrations, closedLoops);
	}

	/** In the order in which people see them. */
	public List<WorkloadKind> all() {
		return all;
	}

	/** The kind of a workload; empty where a name is not known to mean one. */
	public Optional<WorkloadKind> of(Workload workload) {
		return workload.eIsProxy() ? Optional.empty() : of(workload.eClass());
	}

	/** The kind whose class this is; empty where it is none of a workload. */
	public Optional<WorkloadKind> of(EClass type) {
		return all.stream().filter(kind -> kind.type() == type).findFirst();
	}
}
