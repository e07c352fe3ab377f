// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.catalog.Library;
import org.trapline.lang.LinkingMessages;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.documentation.LanguagePage;
import org.trapline.lang.parser.SyntaxMessages;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.scoping.Locations;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.Element;
import org.trapline.model.Experiment;
import org.trapline.model.ModelFactory;
import org.trapline.model.ModelPackage;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.result.RunSelection;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdicts;
import org.trapline.result.stream.CollectingSink;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.ExperimentRun;
import org.trapline.run.evaluate.Trials;
import org.trapline.run.explain.Explainer;
import org.trapline.run.explain.Explanation;
import org.trapline.run.picture.StackDiagram;
import org.trapline.run.picture.StackDrawer;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.SimulationException;

import com.google.inject.Injector;

/** Loads, checks and runs studies. Thread-safe: each call works on models of its own. */
public final class Studies {

	private static final String FILE_ENDING = ".trapline";

	private final Catalog catalog;
	private final Injector injector;
	private final OpenTexts texts;

	/** Sets the language up for these plug-ins. */
	public Studies(Catalog catalog) {
		this(catalog, new TraplineStandaloneSetup(catalog).createInjectorAndDoEMFRegistration());
	}

	/** For a language that is set up already. */
	public Studies(Catalog catalog, Injector injector) {
		this(catalog, injector, Map.of());
	}

	private Studies(Catalog catalog, Injector injector, Map<Path, String> texts) {
		this.catalog = catalog;
		this.injector = injector;
		this.texts = new OpenTexts(texts);
	}

	/** The same with texts that take precedence over files: those of editors that have not been saved. */
	public Studies withTexts(Map<Path, String> texts) {
		return new Studies(catalog, injector, texts);
	}

	/** The study's name: the file's name without its ending. */
	public static String name(Path file) {
		String name = file.getFileName().toString();
		return name.endsWith(FILE_ENDING) ? name.substring(0, name.length() - FILE_ENDING.length()) : name;
	}

	/** Whether a file's name is that of a file in the language. */
	public static boolean isStudy(Path file) {
		return file.getFileName().toString().endsWith(FILE_ENDING);
	}

	/**
	 * Finds errors and warnings in a file and the files that it imports. Where no text has an error, each experiment of the file is
	 * tried: a stack that cannot run a workload is reported as by a run.
	 *
	 * @return in the order of each file, then stacks that cannot run; empty when all is well
	 * @throws IOException when the file cannot be read; the message names it and the reason
	 */
	public List<Diagnostic> check(Path file) throws IOException {
		XtextResource resource = load(file);
		List<Diagnostic> found = new ArrayList<>(diagnostics(resource, file));
		if (found.stream().noneMatch(each -> each.severity() == Diagnostic.Severity.ERROR)) {
			found.addAll(tried((TraplineModel) resource.getContents().get(0), file));
		}
		return found;
	}

	private Set<Diagnostic> tried(TraplineModel model, Path file) {
		Set<Diagnostic> found = new LinkedHashSet<>();
		for (Element element : model.getElements()) {
			if (element instanceof Experiment experiment) {
				new Trials(catalog, experiment).problems().forEach(problem -> found.add(diagnostic(problem.stack(), file, problem.getMessage())));
			}
		}
		return found;
	}

	/**
	 * Runs the experiments of a study.
	 *
	 * @param file       the study
	 * @param experiment the only experiment to run; all when empty
	 * @throws InvalidStudyException when the study has errors, no experiment, or none of that name
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public StudyResult run(Path file, Optional<String> experiment) throws InvalidStudyException, IOException {
		return run(file, experiment.map(RunSelection::experiment).orElse(RunSelection.ALL), RunOptions.DEFAULT, RunMonitor.NONE);
	}

	/** Runs a part of a study; see {@link #run(Path, RunSelection, RunOptions, RunMonitor)}. */
	public StudyResult run(Path file, RunSelection selection, RunMonitor monitor) throws InvalidStudyException, IOException {
		return run(file, selection, RunOptions.DEFAULT, monitor);
	}

	/**
	 * Runs a part of a study, and stops between two points, or two replications of one, when asked to.
	 *
	 * @param options how it runs
	 * @param monitor receives the progress
	 * @throws InvalidStudyException when the study has errors, no experiment, or nothing of what is selected
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 * @throws CancellationException when stopped
	 */
	public StudyResult run(Path file, RunSelection selection, RunOptions options, RunMonitor monitor) throws InvalidStudyException, IOException {
		return collected(prepare(file, selection, options, monitor));
	}

	private static StudyResult collected(PreparedStudy study) throws InvalidStudyException, IOException {
		CollectingSink results = new CollectingSink();
		study.run(results);
		return results.studies().get(0);
	}

	/**
	 * Checks a study and makes a part of it ready to run.
	 *
	 * @param options how it will run
	 * @param monitor receives warnings now, and then the progress
	 * @throws InvalidStudyException when the study has errors, no experiment, or nothing of what is selected
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public PreparedStudy prepare(Path file, RunSelection selection, RunOptions options, RunMonitor monitor) throws InvalidStudyException, IOException {
		TraplineModel model = valid(file, monitor);
		return prepared(model, file, selected(model, selection, file), selection, options, monitor);
	}

	private PreparedStudy prepared(TraplineModel model, Path file, List<Experiment> experiments, RunSelection selection, RunOptions options,
			RunMonitor monitor) {
		List<ExperimentRun> runs = experiments.stream()
				.map(each -> new ExperimentRun(catalog, each, name(file), stacks(each, selection), options)).toList();
		return new PreparedStudy(name(file), runs, Sources.of(model.eResource(), librariesByUri()), options, monitor,
				e -> problem(e.stack(), file, e.getMessage()));
	}

	/**
	 * Runs those experiments of a study that are compared with published values.
	 *
	 * @return without experiments where none is compared
	 * @throws InvalidStudyException when the study has errors
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public StudyResult reproduce(Path file) throws InvalidStudyException, IOException {
		TraplineModel model = valid(file);
		List<Experiment> compared = model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast)
				.filter(experiment -> !experiment.getReferences().isEmpty()).toList();
		return collected(prepared(model, file, compared, RunSelection.ALL, RunOptions.DEFAULT, RunMonitor.NONE));
	}

	/**
	 * Explains the traps and cycles of an operation on a stack.
	 *
	 * @param file      a file that defines the stack and the operation, or imports them
	 * @param stack     name of the stack
	 * @param operation name of a workload, or of an operation of the guest
	 * @throws InvalidStudyException when the file has errors, the name is unknown in it and its imports, or the stack cannot run
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public Explanation explain(Path file, String stack, String operation) throws InvalidStudyException, IOException {
		TraplineModel model = valid(file);
		try {
			Imports imports = injector.getInstance(Imports.class);
			return new Explainer(catalog, model, uri -> imports.library(uri).map(Library::name)).explain(stack, operation);
		} catch (UnknownNameException e) {
			throw problem(file, e.getMessage());
		} catch (SimulationException | CatalogException e) {
			throw problem(named(model, Stack.class, "stack", stack, file), file, e.getMessage());
		} catch (ArithmeticException e) {
			Stack chosen = named(model, Stack.class, "stack", stack, file);
			throw problem(chosen, file, StackProblem.overflow(chosen, operation, e));
		}
	}

	/**
	 * What evaluates points of a study: the study is read and checked once, however many points are evaluated.
	 *
	 * @throws InvalidStudyException when the study has errors
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public Evaluator evaluator(Path file) throws InvalidStudyException, IOException {
		return new Evaluator(catalog, valid(file), name(file));
	}

	/**
	 * The diagram of a stack, with the paths of all workloads that the file defines or imports: those that its experiments run on the stack come
	 * first.
	 *
	 * @param stack name of the stack
	 * @throws InvalidStudyException when the file has errors, or neither defines nor imports the stack
	 * @throws IOException           when the file cannot be read; the message names it and the reason
	 */
	public StackDiagram diagram(Path file, String stack) throws InvalidStudyException, IOException {
		TraplineModel model = valid(file);
		Stack chosen = named(model, Stack.class, "stack", stack, file);
		List<OperationWorkload> run = model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast)
				.filter(each -> each.getStacks().contains(chosen)).flatMap(each -> each.getWorkloads().stream())
				.flatMap(workload -> WorkloadRunners.round(workload).stream()).distinct().toList();
		Stream<OperationWorkload> visible = model.eResource().getResourceSet().getResources().stream()
				.flatMap(resource -> resource.getContents().stream()).flatMap(root -> ((TraplineModel) root).getElements().stream())
				.filter(Workload.class::isInstance).flatMap(workload -> WorkloadRunners.round((Workload) workload).stream());
		Imports imports = injector.getInstance(Imports.class);
		return new StackDrawer(chosen, uri -> imports.library(uri).map(Library::name)).draw(catalog, run,
				Stream.concat(run.stream(), visible).distinct().toList());
	}

	/** The element of that kind and name, in the file or in what it imports. */
	private static <T extends Element> T named(TraplineModel model, Class<T> type, String kind, String name, Path file) throws InvalidStudyException {
		for (Resource resource : model.eResource().getResourceSet().getResources()) {
			for (EObject root : resource.getContents()) {
				for (Element element : ((TraplineModel) root).getElements()) {
					if (type.isInstance(element) && name.equals(element.getName())) {
						return type.cast(element);
					}
				}
			}
		}
		throw problem(file, "there is no " + kind + " '" + name + "' in the file or its imports");
	}

	// ------------------------------------------------------------------------------------------- loading

	/**
	 * The model of a file, in a resource set of its own; incomplete where the text has errors.
	 *
	 * @throws IOException when the file cannot be read; the message names it and the reason
	 */
	public TraplineModel read(Path file) throws IOException {
		XtextResource resource = load(file);
		return resource.getContents().isEmpty() ? ModelFactory.eINSTANCE.createTraplineModel() : (TraplineModel) resource.getContents().get(0);
	}

	/** A model without errors, in a resource set of its own. */
	public TraplineModel valid(Path file) throws InvalidStudyException, IOException {
		return valid(file, RunMonitor.NONE);
	}

	/** @param monitor receives warnings */
	private TraplineModel valid(Path file, RunMonitor monitor) throws InvalidStudyException, IOException {
		XtextResource resource = load(file);
		List<Diagnostic> found = diagnostics(resource, file);
		List<Diagnostic> errors = found.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			throw new InvalidStudyException(errors);
		}
		found.forEach(monitor::warned);
		return (TraplineModel) resource.getContents().get(0);
	}

	private XtextResource load(Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException(file + " is a folder: name a file that ends in " + FILE_ENDING);
		}
		if (!Files.exists(file) && !texts.contains(file)) {
			throw new NoSuchFileException(file.toString(), null, "there is no such file");
		}
		if (!file.getFileName().toString().endsWith(FILE_ENDING)) {
			throw new IOException(file + " is not a Trapline file: its name has to end in " + FILE_ENDING);
		}
		if (!Locations.isReadable(file) && !texts.contains(file)) {
			throw new IOException(file + " is a device or a pipe: save what comes out of it to a file that ends in " + FILE_ENDING);
		}
		XtextResourceSet resources = resources();
		XtextResource resource = (XtextResource) resources.createResource(URI.createFileURI(file.toAbsolutePath().normalize().toString()));
		try (InputStream in = resources.getURIConverter().createInputStream(resource.getURI())) {
			resource.load(in, resources.getLoadOptions());
		} catch (IOException e) {
			throw new IOException(file + " cannot be read: " + e.getMessage(), e);
		}
		return resource;
	}

	private XtextResourceSet resources() {
		XtextResourceSet resources = injector.getInstance(XtextResourceSet.class);
		// Xtext knows one factory per file ending and JVM, which may be that of another catalog.
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(FILE_ENDING.substring(1),
				injector.getInstance(IResourceFactory.class));
		resources.getURIConverter().getURIHandlers().add(0, texts);
		return resources;
	}

	private Map<URI, String> librariesByUri() {
		Imports imports = injector.getInstance(Imports.class);
		return catalog.libraries().stream().collect(Collectors.toMap(imports::uri, Library::name));
	}

	/** The installed libraries by their names, all in one resource set. */
	public Map<String, TraplineModel> libraries() {
		XtextResourceSet resources = resources();
		Map<String, TraplineModel> models = new LinkedHashMap<>();
		for (Library library : catalog.libraries()) {
			Resource resource = resources.getResource(injector.getInstance(Imports.class).uri(library), true);
			models.put(library.name(), (TraplineModel) resource.getContents().get(0));
		}
		return models;
	}

	/** The reference page of the language. */
	LanguagePage page() {
		return injector.getInstance(LanguagePage.class);
	}

	/** The comment that stands before an element; empty where there is none. */
	public Optional<String> comment(EObject element) {
		return Optional.ofNullable(injector.getInstance(IEObjectDocumentationProvider.class).getDocumentation(element)).map(String::strip)
				.filter(text -> !text.isEmpty());
	}

	public Catalog catalog() {
		return catalog;
	}

	/** The errors and warnings in the file, then in each file that it imports. Libraries of plug-ins are not checked. */
	private List<Diagnostic> diagnostics(XtextResource resource, Path file) {
		List<Diagnostic> own = diagnosticsOf(resource, file);
		List<Diagnostic> others = new ArrayList<>();
		Imports imports = injector.getInstance(Imports.class);
		List<Resource> all = resource.getResourceSet().getResources();
		// Verdicts of a file loads what it imports: the list grows while it is gone through.
		for (int i = 0; i < all.size(); i++) {
			Resource other = all.get(i);
			if (other != resource && other instanceof XtextResource imported && imports.library(imported.getURI()).isEmpty()) {
				others.addAll(diagnosticsOf(imported, beside(file, imported.getURI())));
			}
		}
		boolean importFailed = others.stream().anyMatch(each -> each.severity() == Diagnostic.Severity.ERROR);
		List<Diagnostic> found = new ArrayList<>(importFailed ? withoutUnknownNames(own) : own);
		found.addAll(others);
		return found;
	}

	/** A name that a failed import may define is unknown only as a consequence: it is not reported. */
	private static List<Diagnostic> withoutUnknownNames(List<Diagnostic> found) {
		return found.stream().filter(each -> !each.code().equals(LinkingMessages.CODE)).toList();
	}

	/** The path of an imported file, relative to the same folder as the path of the importing one. */
	private static Path beside(Path file, URI imported) {
		Path folder = file.toAbsolutePath().normalize().getParent();
		return imported.isFile() ? file.resolveSibling(folder.relativize(Path.of(imported.toFileString()))) : Path.of(imported.toString());
	}

	private static List<Diagnostic> diagnosticsOf(XtextResource resource, Path file) {
		IResourceValidator validator = resource.getResourceServiceProvider().getResourceValidator();
		List<Diagnostic> found = new ArrayList<>();
		for (Issue issue : validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)) {
			severity(issue.getSeverity()).ifPresent(severity -> found.add(new Diagnostic(file.toString(), number(issue.getLineNumber()),
					number(issue.getColumn()), severity, String.valueOf(issue.getCode()), issue.getMessage())));
		}
		found.sort(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column));
		return withoutConsequences(found);
	}

	/**
	 * Further messages of the parser after its first error are consequences of it, as are unknown names that a missing import may define: neither is
	 * reported.
	 */
	private static List<Diagnostic> withoutConsequences(List<Diagnostic> found) {
		Optional<Diagnostic> syntax = found.stream().filter(each -> each.code().equals(SyntaxMessages.CODE)).findFirst();
		if (syntax.isPresent()) {
			return List.of(syntax.get());
		}
		boolean importFailed = found.stream().anyMatch(each -> each.code().equals(ProblemCodes.UNKNOWN_IMPORT));
		return importFailed ? withoutUnknownNames(found) : found;
	}

	private static Optional<Diagnostic.Severity> severity(Severity severity) {
		return switch (severity) {
		case ERROR -> Optional.of(Diagnostic.Severity.ERROR);
		case WARNING -> Optional.of(Diagnostic.Severity.WARNING);
		case INFO, IGNORE -> Optional.empty();
		};
	}

	private static int number(Integer place) {
		return place == null ? 0 : place;
	}

	private static List<Experiment> selected(TraplineModel model, RunSelection selection, Path file) throws InvalidStudyException {
		List<Experiment> all = model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList();
		if (all.isEmpty()) {
			throw problem(file, "the file has no experiment: there is nothing to run");
		}
		for (String name : selection.experiments()) {
			if (all.stream().noneMatch(each -> each.getName().equals(name))) {
				throw problem(file, "there is no experiment '" + name + "'; the file has " + names(all.stream().map(Experiment::getName)));
			}
		}
		List<Experiment> chosen = all.stream()
				.filter(each -> selection.experiments().isEmpty() || selection.experiments().contains(each.getName())).toList();
		for (String name : selection.stacks()) {
			if (chosen.stream().flatMap(each -> each.getStacks().stream()).noneMatch(stack -> stack.getName().equals(name))) {
				throw problem(file, "no selected experiment has a stack '" + name + "'; there are "
						+ names(chosen.stream().flatMap(each -> each.getStacks().stream()).map(Stack::getName).distinct()));
			}
		}
		return chosen.stream().filter(each -> !stacks(each, selection).isEmpty()).toList();
	}

	private static String names(Stream<String> names) {
		return names.collect(Collectors.joining(", "));
	}

	private static List<Stack> stacks(Experiment experiment, RunSelection selection) {
		return experiment.getStacks().stream().filter(stack -> selection.admits(stack.getName())).toList();
	}

	/** At a stack, in whatever file it is. */
	private static Diagnostic diagnostic(Stack stack, Path file, String message) {
		INode name = NodeModelUtils.findNodesForFeature(stack, ModelPackage.Literals.NAMED_ELEMENT__NAME).getFirst();
		LineAndColumn place = NodeModelUtils.getLineAndColumn(name, name.getOffset());
		return new Diagnostic(beside(file, stack.eResource().getURI()).toString(), place.getLine(), place.getColumn(), Diagnostic.Severity.ERROR, "experiment", message);
	}

	private static InvalidStudyException problem(Stack stack, Path file, String message) {
		return new InvalidStudyException(List.of(diagnostic(stack, file, message)));
	}

	private static InvalidStudyException problem(Path file, String message) {
		return new InvalidStudyException(
				List.of(new Diagnostic(file.toString(), 0, 0, Diagnostic.Severity.ERROR, "experiment", message)));
	}
}
