// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.Inheritance;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.sim.spi.CpuModelFactory;
import org.trapline.sim.spi.MechanismFactory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The Java code behind CPUs and mechanisms, which is asked for its properties. Each factory is created once. Thread-safe. */
@Singleton
public final class Factories {

	/**
	 * A factory, or why there is none.
	 *
	 * @param factory empty where its class cannot be made
	 * @param problem what is wrong; empty where nothing is
	 */
	public record Made<F>(Optional<F> factory, Optional<String> problem) {
	}

	private final Catalog catalog;
	private final Map<String, Made<CpuModelFactory>> cpus = new ConcurrentHashMap<>();
	private final Map<String, Made<MechanismFactory>> mechanisms = new ConcurrentHashMap<>();

	@Inject
	public Factories(Catalog catalog) {
		this.catalog = catalog;
	}

	/** The factory of a class of CPUs; the id has to be that of an installed one. */
	public Made<CpuModelFactory> cpu(String id) {
		return cpus.computeIfAbsent(id, each -> make(each, catalog::cpuFactory));
	}

	/** The factory of mechanisms; the id has to be that of an installed one. */
	public Made<MechanismFactory> mechanism(String id) {
		return mechanisms.computeIfAbsent(id, each -> make(each, catalog::mechanismFactory));
	}

	/** The factory of a CPU; empty if there is none, which is reported at its name. */
	public Optional<CpuModelFactory> of(Cpu cpu) {
		return Inheritance.implementation(cpu).filter(id -> catalog.cpu(id).isPresent()).flatMap(id -> cpu(id).factory());
	}

	/** The factory of a mechanism; empty if there is none, which is reported at its name. */
	public Optional<MechanismFactory> of(Mechanism mechanism) {
		return Optional.ofNullable(mechanism.getImplementation()).filter(id -> catalog.mechanism(id).isPresent()).flatMap(id -> mechanism(id).factory());
	}

	private static <F> Made<F> make(String id, Function<String, F> maker) {
		try {
			return new Made<>(Optional.of(maker.apply(id)), Optional.empty());
		} catch (CatalogException e) {
			return new Made<>(Optional.empty(), Optional.of(e.getMessage()));
		}
	}
}
