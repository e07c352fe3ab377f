// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.trapline.sim.spi.CpuModelFactory;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.TextMechanism;

/**
 * The installed CPU models, mechanisms and libraries. Immutable: it shows the plug-ins at the time of its creation.
 */
public final class Catalog {

	/** Namespace of the extension points: the bundle that declares them. */
	private static final String POINTS = "org.trapline.sim";
	private static final String LIBRARY_ENDING = ".trapline";
	private static final String MANIFEST = "META-INF/MANIFEST.MF";

	private final Map<String, Declared> cpus;
	private final Map<String, Declared> mechanisms;
	private final Map<String, DeclaredMetric> metrics;
	private final Map<String, Library> libraries;
	private final List<Plugin> plugins;
	private final String version;

	/** A contribution, and the registry element that instantiates its class. */
	private record Declared(Contribution contribution, IConfigurationElement element) {
	}

	/** A metric, and the element that can make its class. */
	private record DeclaredMetric(ContributedMetric metric, IConfigurationElement element) {
	}

	/**
	 * Reads a registry.
	 *
	 * @param registry the extension registry
	 * @param resource finds a file of a bundle, given the bundle's symbolic name and the file's path; null when there
	 *                 is none
	 * @throws CatalogException when a plug-in has an invalid declaration
	 */
	private Catalog(IExtensionRegistry registry, BiFunction<String, String, URL> resource) {
		this.cpus = contributions(registry, "cpu");
		this.mechanisms = contributions(registry, "mechanism");
		this.metrics = metrics(registry);
		this.libraries = libraries(registry, resource);
		this.plugins = Stream.of("cpu", "mechanism", "metric", "library").flatMap(point -> Stream.of(registry.getConfigurationElementsFor(POINTS, point)))
				.map(element -> element.getContributor().getName()).distinct().sorted().map(name -> new Plugin(name, version(name, resource)))
				.toList();
		this.version = version(POINTS, resource);
	}

	private Catalog(Catalog other, Map<String, Library> libraries) {
		this.cpus = other.cpus;
		this.mechanisms = other.mechanisms;
		this.metrics = other.metrics;
		this.libraries = libraries;
		this.plugins = other.plugins;
		this.version = other.version;
	}

	/**
	 * The plug-ins of the running OSGi framework.
	 *
	 * @throws CatalogException when a plug-in has an invalid declaration, or no framework runs
	 */
	public static Catalog installed() {
		IExtensionRegistry registry = RegistryFactory.getRegistry();
		Bundle self = FrameworkUtil.getBundle(Catalog.class);
		if (registry == null || self == null) {
			throw new CatalogException("no OSGi framework runs: use the class path");
		}
		return new Catalog(registry, (name, path) -> {
			for (Bundle bundle : self.getBundleContext().getBundles()) {
				if (name.equals(bundle.getSymbolicName())) {
					return bundle.getEntry(path);
				}
			}
			return null;
		});
	}

	/**
	 * The plug-ins on a class path: every {@code plugin.xml} with a bundle manifest beside it.
	 *
	 * @throws CatalogException when a plug-in has an invalid declaration, or cannot be read
	 */
	public static Catalog onClassPath(ClassLoader loader) {
		Object key = new Object();
		Map<String, URL> roots = new LinkedHashMap<>();
		try {
			ClassPathStrategy strategy = new ClassPathStrategy(loader);
			IExtensionRegistry registry = RegistryFactory.createRegistry(strategy, key, key);
			for (URL pluginXml : Collections.list(loader.getResources("plugin.xml"))) {
				URL root = parent(pluginXml);
				Optional<String> bundle = symbolicName(root);
				if (bundle.isPresent() && roots.putIfAbsent(bundle.get(), root) == null) {
					try (InputStream in = pluginXml.openStream()) {
						if (!registry.addContribution(in, new RegistryContributor(bundle.get(), bundle.get(), null, null), false,
								bundle.get(), null, key)) {
							throw new CatalogException("plug-in " + bundle.get() + ": its plugin.xml cannot be read: " + strategy.problems());
						}
					}
				}
			}
			return new Catalog(registry, (name, path) -> {
				try {
					URL found = resolve(roots.get(name), path);
					// A URL does not tell whether the file exists.
					found.openStream().close();
					return found;
				} catch (IOException e) {
					return null;
				}
			});
		} catch (IOException e) {
			throw new CatalogException("the plug-ins on the class path cannot be read: " + e.getMessage(), e);
		}
	}

	/** The same plug-ins, with the texts of their libraries read from other locations. */
	public Catalog withLibrariesAt(Function<Library, URL> location) {
		Map<String, Library> moved = new LinkedHashMap<>();
		libraries.forEach((name, library) -> moved.put(name, new Library(name, library.description(), location.apply(library))));
		return new Catalog(this, moved);
	}

	/** The classes of CPUs, in the order of their ids. */
	public List<Contribution> cpus() {
		return cpus.values().stream().map(Declared::contribution).toList();
	}

	/** The mechanisms, in the order of their ids. */
	public List<Contribution> mechanisms() {
		return mechanisms.values().stream().map(Declared::contribution).toList();
	}

	/** The metrics that plug-ins add, in the order of their ids. */
	public List<ContributedMetric> metrics() {
		return metrics.values().stream().map(DeclaredMetric::metric).toList();
	}

	/** The library models, in the order of their names. */
	public Collection<Library> libraries() {
		return Collections.unmodifiableCollection(libraries.values());
	}

	/** The plug-ins that contribute something, in the order of their ids. */
	public List<Plugin> plugins() {
		return plugins;
	}

	/** The version of Trapline itself. */
	public String version() {
		return version;
	}

	/** The class of CPUs with this id. */
	public Optional<Contribution> cpu(String id) {
		return Optional.ofNullable(cpus.get(id)).map(Declared::contribution);
	}

	/** The mechanism with this id. */
	public Optional<Contribution> mechanism(String id) {
		return Optional.ofNullable(mechanisms.get(id)).map(Declared::contribution);
	}

	/** The library with this name, as studies import it. */
	public Optional<Library> library(String name) {
		return Optional.ofNullable(libraries.get(name));
	}

	/**
	 * Instantiates the factory of a class of CPUs.
	 *
	 * @throws CatalogException when there is no such contribution, or its class cannot be instantiated
	 */
	public CpuModelFactory cpuFactory(String id) {
		return factory(cpus, "cpu", id, CpuModelFactory.class);
	}

	/**
	 * Instantiates the factory of a mechanism.
	 *
	 * @throws CatalogException when there is no such contribution, or its class cannot be instantiated
	 */
	public MechanismFactory mechanismFactory(String id) {
		Declared found = mechanisms.get(id);
		// What has no class is all in its model.
		return found != null && found.element().getAttribute("class") == null ? new TextMechanism.Factory() : factory(mechanisms, "mechanism", id, MechanismFactory.class);
	}

	/**
	 * Makes what computes a metric that a plug-in adds.
	 *
	 * @param type what its class has to be
	 * @throws CatalogException when there is no such contribution, or its class cannot be made
	 */
	public <F> F metricOf(String id, Class<F> type) {
		DeclaredMetric found = metrics.get(id);
		if (found == null) {
			throw missing("metric", id, metrics.keySet());
		}
		return made(found.element(), found.metric().bundle(), "metric", id, type);
	}

	private static <F> F factory(Map<String, Declared> declared, String kind, String id, Class<F> type) {
		Declared found = declared.get(id);
		if (found == null) {
			throw missing(kind, id, declared.keySet());
		}
		return made(found.element(), found.contribution().bundle(), kind, id, type);
	}

	private static CatalogException missing(String kind, String id, Collection<String> installed) {
		return new CatalogException("no plug-in contributes the " + kind + " \"" + id + "\"; installed: " + String.join(", ", installed));
	}

	private static <F> F made(IConfigurationElement element, String bundle, String kind, String id, Class<F> type) {
		try {
			return type.cast(element.createExecutableExtension("class"));
		} catch (CoreException | ClassCastException e) {
			throw new CatalogException("plug-in " + bundle + ": class " + element.getAttribute("class") + " of the " + kind + " " + id + " is no "
					+ type.getSimpleName() + " that can be made: " + e.getMessage(), e);
		}
	}

	private static Map<String, Declared> contributions(IExtensionRegistry registry, String kind) {
		Map<String, Declared> found = new LinkedHashMap<>();
		for (IConfigurationElement element : elements(registry, kind, e -> e.getAttribute("id"))) {
			List<Parameter> parameters = new ArrayList<>();
			for (IConfigurationElement parameter : element.getChildren("parameter")) {
				parameters.add(new Parameter(required(parameter, "name"), required(parameter, "description"),
						required(parameter, "unit"), number(parameter, "default"), number(parameter, "minimum"),
						number(parameter, "maximum")));
			}
			if (kind.equals("cpu")) {
				required(element, "class");
			}
			Contribution contribution = new Contribution(required(element, "id"), required(element, "name"),
					required(element, "description"), element.getContributor().getName(), parameters);
			Declared twin = found.put(contribution.id(), new Declared(contribution, element));
			if (twin != null) {
				throw new CatalogException("plug-ins " + twin.contribution().bundle() + " and " + contribution.bundle()
						+ " both contribute the " + kind + " \"" + contribution.id() + "\": uninstall one");
			}
		}
		return found;
	}

	private static Map<String, DeclaredMetric> metrics(IExtensionRegistry registry) {
		Map<String, DeclaredMetric> found = new LinkedHashMap<>();
		for (IConfigurationElement element : elements(registry, "metric", e -> e.getAttribute("id"))) {
			ContributedMetric metric = new ContributedMetric(required(element, "id"), required(element, "unit"), required(element, "title"),
					required(element, "description"), element.getContributor().getName());
			DeclaredMetric twin = found.put(metric.id(), new DeclaredMetric(metric, element));
			if (twin != null) {
				throw new CatalogException("plug-ins " + twin.metric().bundle() + " and " + metric.bundle() + " both contribute the metric \""
						+ metric.id() + "\": uninstall one");
			}
		}
		return found;
	}

	private static Map<String, Library> libraries(IExtensionRegistry registry,
			BiFunction<String, String, URL> resource) {
		Map<String, Library> found = new LinkedHashMap<>();
		for (IConfigurationElement element : elements(registry, "library",
				e -> e.getContributor().getName() + "/" + e.getAttribute("file"))) {
			String file = required(element, "file");
			String bundle = element.getContributor().getName();
			if (!file.endsWith(LIBRARY_ENDING)) {
				throw new CatalogException("plug-in " + bundle + ": the library " + file + " does not end in " + LIBRARY_ENDING);
			}
			URL location = resource.apply(bundle, file);
			if (location == null) {
				throw new CatalogException("plug-in " + bundle + " declares the library " + file + " and does not contain it");
			}
			String name = bundle + "/" + file.substring(file.lastIndexOf('/') + 1, file.length() - LIBRARY_ENDING.length());
			if (found.put(name, new Library(name, required(element, "description"), location)) != null) {
				throw new CatalogException("plug-in " + bundle + " declares two libraries with the name " + name);
			}
		}
		return found;
	}

	private static List<IConfigurationElement> elements(IExtensionRegistry registry, String point,
			Function<IConfigurationElement, String> order) {
		// A registry's order is that of installation; sorted, every listing of the catalog is the same on every machine.
		return Arrays.stream(registry.getConfigurationElementsFor(POINTS, point))
				.sorted(Comparator.comparing(e -> String.valueOf(order.apply(e)))).toList();
	}

	private static String required(IConfigurationElement element, String attribute) {
		String value = element.getAttribute(attribute);
		if (value == null || value.isBlank()) {
			throw new CatalogException("plug-in " + element.getContributor().getName() + ": <" + element.getName()
					+ "> lacks the attribute \"" + attribute + "\"");
		}
		return value;
	}

	private static OptionalLong number(IConfigurationElement element, String attribute) {
		String value = element.getAttribute(attribute);
		if (value == null) {
			return OptionalLong.empty();
		}
		try {
			return OptionalLong.of(Long.parseLong(value.strip()));
		} catch (NumberFormatException e) {
			throw new CatalogException("plug-in " + element.getContributor().getName() + ": attribute \"" + attribute + "\" of <"
					+ element.getName() + " name=\"" + element.getAttribute("name") + "\"> is not a whole number: " + value, e);
		}
	}

	private static String version(String bundle, BiFunction<String, String, URL> resource) {
		URL manifest = resource.apply(bundle, MANIFEST);
		if (manifest == null) {
			throw new CatalogException("plug-in " + bundle + " has no manifest");
		}
		try (InputStream in = manifest.openStream()) {
			String version = new Manifest(in).getMainAttributes().getValue("Bundle-Version");
			return version == null ? "0.0.0" : version;
		} catch (IOException e) {
			throw new CatalogException("plug-in " + bundle + ": its manifest cannot be read: " + e.getMessage(), e);
		}
	}

	private static URL parent(URL pluginXml) throws MalformedURLException {
		String text = pluginXml.toString();
		return URI.create(text.substring(0, text.length() - "plugin.xml".length())).toURL();
	}

	private static URL resolve(URL root, String path) throws MalformedURLException {
		return URI.create(root + path).toURL();
	}

	private static Optional<String> symbolicName(URL root) throws IOException {
		try (InputStream in = resolve(root, MANIFEST).openStream()) {
			String name = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
			return Optional.ofNullable(name).map(n -> n.split(";")[0].strip());
		} catch (FileNotFoundException | NoSuchFileException e) {
			return Optional.empty();
		}
	}
}
