// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.lang.Inheritance;
import org.trapline.lang.scoping.InstalledLibraries;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Platform;
import org.trapline.model.Stack;

import jakarta.inject.Inject;

/** Mechanisms for device assignment that a stack could use, as messages name them. */
public final class DeviceMechanisms {

	@Inject
	private IScopeProvider scopes;

	@Inject
	private InstalledLibraries installed;

	/** Whether a mechanism gives devices to the guest on top: its definition then says whether that guest can migrate. */
	public static boolean putsDevices(Mechanism mechanism) {
		return mechanism.isMigrationImpossible() || canMove(mechanism);
	}

	/** Whether a mechanism gives devices to the guest on top whose state hypervisors can save. */
	public static boolean canMove(Mechanism mechanism) {
		return mechanism.getMigrationOperation() != null;
	}

	/** The names of the mechanisms in sight of a stack that its machine can have. */
	public List<String> inSight(Stack stack, Predicate<Mechanism> wanted) {
		Optional<Cpu> cpu = cpu(stack);
		// An element of a file with a namespace is visible by two names.
		Set<URI> seen = new HashSet<>();
		return StreamSupport.stream(scopes.getScope(stack, ModelPackage.Literals.STACK__MECHANISMS).getAllElements().spliterator(), false)
				.filter(each -> EcoreUtil.resolve(each.getEObjectOrProxy(), stack) instanceof Mechanism mechanism && wanted.test(mechanism)
						&& fits(mechanism, cpu) && seen.add(each.getEObjectURI()))
				.map(each -> each.getName().toString()).toList();
	}

	/** The names of the installed libraries with mechanisms that the machine of a stack can have. */
	public List<String> libraries(Stack stack, Predicate<Mechanism> wanted) {
		Optional<Cpu> cpu = cpu(stack);
		return installed.names(library -> library.getElements().stream()
				.anyMatch(element -> element instanceof Mechanism mechanism && wanted.test(mechanism) && fits(mechanism, cpu)));
	}

	private static Optional<Cpu> cpu(Stack stack) {
		return Inheritance.platform(stack).map(Platform::getCpu).filter(cpu -> !cpu.eIsProxy());
	}

	/** By their URIs: the CPU of a library that is not imported is another object. */
	private static boolean fits(Mechanism mechanism, Optional<Cpu> machine) {
		return machine.isPresent() && !mechanism.getCpu().eIsProxy() && Inheritance.line(machine.get()).stream().map(EcoreUtil::getURI).anyMatch(EcoreUtil.getURI(mechanism.getCpu())::equals);
	}
}
