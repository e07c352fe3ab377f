// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;
import org.eclipse.emf.ecore.xmi.XMIException;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.trapline.catalog.Catalog;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.xmi.ConversionException.Problem;
import org.trapline.model.Import;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Converts models in text to XMI, and back. All names have to be resolved. */
public class ModelConversion {

	/** The ending of XMI files. */
	public static final String FILE_ENDING = ".xmi";

	/** A description of the format, in Markdown. */
	public static final String FORMAT = """
			`trapline convert` writes a model as XMI, for tools that read EMF models, and reads it again. The file has the model, \
			and the lines of the text that it was read from, so that \
			comments and layout are not lost: an unchanged model becomes the same text, byte for byte, and a changed one differs only in the changes. \
			References are names, not places: `Cpu.arm.v8_0` in the same file, `beside.trapline#Stack.Vm` in another one, and \
			`trapline:org.trapline.cpu.arm/arm#Control.TVM` in a library of a plug-in.""";

	private static final String LIBRARY = "trapline";

	/** Errors that prevent a conversion; texts with any other problem are converted. */
	private static final Set<String> MEANINGLESS = Set.of(ProblemCodes.SYNTAX, ProblemCodes.UNKNOWN_NAME, ProblemCodes.AMBIGUOUS_NAME, ProblemCodes.UNKNOWN_IMPORT);

	@Inject
	private Provider<XtextResourceSet> resourceSets;

	@Inject
	private IResourceFactory factory;

	@Inject
	private IResourceValidator validator;

	@Inject
	private ISerializer serializer;

	@Inject
	private Imports imports;

	@Inject
	private Catalog catalog;

	// ------------------------------------------------------------------------------------------- text to XMI

	/**
	 * A text as XMI.
	 *
	 * @param text the file of the text
	 * @param xmi  the path of the XMI; references to other files are relative to it
	 * @throws ConversionException when the text has syntax errors, or unknown names or imports
	 * @throws IOException         when it cannot be read
	 */
	public String toXmi(URI text, URI xmi) throws ConversionException, IOException {
		XtextResource resource = (XtextResource) resources().createResource(text);
		resource.load(Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		check(resource);
		TraplineModel model = EcoreUtil.copy((TraplineModel) resource.getContents().get(0));
		model.getText().addAll(Arrays.asList(resource.getParseResult().getRootNode().getText().split("\n", -1)));
		XmiResource target = new XmiResource(xmi, this::named);
		target.getContents().add(model);
		new ElementIds(model).elements().forEach((id, element) -> target.setID(element, id));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			target.save(out, null);
		} catch (RuntimeException e) {
			throw new ConversionException(text, "the text has a character that XML does not allow: " + message(e));
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	private void check(XtextResource resource) throws ConversionException {
		List<Problem> problems = validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
				.filter(issue -> issue.getSeverity() == Severity.ERROR && MEANINGLESS.contains(issue.getCode()))
				.map(issue -> new Problem(resource.getURI(), number(issue.getLineNumber()), number(issue.getColumn()), issue.getCode(), issue.getMessage())).toList();
		if (!problems.isEmpty()) {
			throw new ConversionException(problems);
		}
	}

	private static int number(Integer place) {
		return place == null ? 0 : place;
	}

	/** The name of a file in references. */
	private URI named(URI file) {
		return imports.library(file).map(library -> URI.createGenericURI(LIBRARY, library.name(), null)).orElse(file);
	}

	// ------------------------------------------------------------------------------------------- XMI to text

	/**
	 * XMI as text.
	 *
	 * @param xmi  the file
	 * @param text the path of the text; imports are relative to it
	 * @throws ConversionException when the file is not a model, or has a part that text cannot express
	 * @throws IOException         when it cannot be read
	 */
	public String toText(URI xmi, URI text) throws ConversionException, IOException {
		XtextResourceSet resources = resources();
		TraplineModel wanted = load(xmi, resources);
		String before = String.join("\n", wanted.getText());
		wanted.getText().clear();
		XtextResource resource = parsed(before, text, resources);
		if (!resource.getParseResult().hasSyntaxErrors()) {
			if (EcoreUtil.equals(resource.getContents().get(0), wanted)) {
				return before;
			}
		} else {
			resource.reparse("");
		}
		checkImports(wanted, resource, xmi);
		Merge.into(resource.getContents().get(0), wanted);
		String after = serialized(resource, xmi);
		resource.reparse(after);
		checkResult(resource, wanted, xmi);
		return after;
	}

	private TraplineModel load(URI xmi, XtextResourceSet resources) throws ConversionException, IOException {
		// Reading XMI needs the metamodel to be registered.
		resources.getPackageRegistry().put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
		XmiResource resource = new XmiResource(xmi, this::named);
		resources.getResources().add(resource);
		try {
			resource.load(null);
		} catch (Resource.IOWrappedException | RuntimeException e) {
			// The resource has the errors of the content; there may be several.
			if (resource.getErrors().isEmpty()) {
				throw new ConversionException(xmi, "this is not a model in XMI: " + message(e));
			}
		}
		if (!resource.getErrors().isEmpty()) {
			throw new ConversionException(resource.getErrors().stream().map(error -> problem(xmi, error)).toList());
		}
		if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof TraplineModel model)) {
			throw new ConversionException(xmi, "this is not a Trapline model: its root has to be one TraplineModel of " + ModelPackage.eNS_URI);
		}
		resolve(model, resources, xmi);
		checkConstraints(model, xmi);
		return model;
	}

	private static Problem problem(URI xmi, Resource.Diagnostic error) {
		String message = error instanceof XMIException exception && exception.getCause() != null ? "this is not a model in XMI: " + message(exception) : error.getMessage();
		return new Problem(xmi, Math.max(0, error.getLine()), Math.max(0, error.getColumn()), "xmi", message);
	}

	private static String message(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
	}

	/** Replaces names by the elements. */
	private void resolve(TraplineModel model, XtextResourceSet resources, URI xmi) throws ConversionException {
		List<Problem> problems = new ArrayList<>();
		for (Iterator<EObject> all = model.eAllContents(); all.hasNext();) {
			EObject source = all.next();
			for (EReference reference : source.eClass().getEAllReferences()) {
				if (reference.isContainment()) {
					continue;
				}
				if (reference.isMany()) {
					@SuppressWarnings("unchecked")
					InternalEList<EObject> targets = (InternalEList<EObject>) source.eGet(reference, false);
					for (int i = 0; i < targets.size(); i++) {
						EObject target = targets.basicGet(i);
						if (target.eIsProxy()) {
							// A list may have repeated names; the checks of the language report that.
							targets.setUnique(i, resolved(target, source, reference, resources, xmi, problems));
						}
					}
				} else if (source.eGet(reference, false) instanceof EObject target && target.eIsProxy()) {
					source.eSet(reference, resolved(target, source, reference, resources, xmi, problems));
				}
			}
		}
		if (!problems.isEmpty()) {
			throw new ConversionException(problems);
		}
	}

	private EObject resolved(EObject proxy, EObject source, EReference reference, XtextResourceSet resources, URI xmi, List<Problem> problems) {
		URI uri = ((InternalEObject) proxy).eProxyURI();
		URI file = uri.trimFragment();
		Optional<URI> place = LIBRARY.equals(file.scheme()) ? catalog.library(file.opaquePart()).map(imports::uri) : Optional.of(file);
		Optional<EObject> target = place.filter(each -> EcoreUtil2.isValidUri(source, each)).map(each -> resources.getResource(each, true))
				.filter(resource -> !resource.getContents().isEmpty())
				.flatMap(resource -> new ElementIds(resource.getContents().get(0)).element(uri.fragment()));
		if (target.isEmpty() || !reference.getEReferenceType().isInstance(target.get())) {
			String wayOut = place.isEmpty() ? "no plug-in has the library " + file.opaquePart()
					: "there is no " + Vocabulary.kind(reference.getEReferenceType()) + " of that name in " + (LIBRARY.equals(file.scheme()) ? "library " + file.opaquePart() : place.get().isFile() ? place.get().toFileString() : file);
			problems.add(new Problem(xmi, 0, 0, ProblemCodes.UNKNOWN_NAME, what(source) + ": " + uri.fragment() + " is unknown: " + wayOut));
			return proxy;
		}
		return target.get();
	}

	private static void checkConstraints(TraplineModel model, URI xmi) throws ConversionException {
		Diagnostician plain = new Diagnostician(new EValidatorRegistryImpl());
		Diagnostic result = plain.validate(model);
		List<Problem> problems = result.getChildren().stream().filter(each -> each.getSeverity() >= Diagnostic.ERROR)
				.map(each -> new Problem(xmi, 0, 0, "xmi", (each.getData().get(0) instanceof EObject element ? what(element) + ": " : "") + each.getMessage())).toList();
		if (!problems.isEmpty()) {
			throw new ConversionException(problems);
		}
	}

	/** An element in words: its kind, and its name or that of its container. */
	private static String what(EObject element) {
		String kind = Vocabulary.kind(element.eClass());
		for (EObject each = element; each != null; each = each.eContainer()) {
			if (each instanceof NamedElement named && named.getName() != null) {
				String name = Vocabulary.kind(each.eClass()) + " '" + named.getName() + "'";
				return each == element ? name : kind + " of " + name;
			}
		}
		return kind;
	}

	private void checkImports(TraplineModel wanted, XtextResource resource, URI xmi) throws ConversionException {
		List<Problem> problems = new ArrayList<>();
		for (Import each : wanted.getImports()) {
			Optional<URI> place = imports.resolve(each.getImportURI(), resource);
			if (place.isEmpty() || !EcoreUtil2.isValidUri(resource, place.get())) {
				problems.add(new Problem(xmi, 0, 0, ProblemCodes.UNKNOWN_IMPORT,
						"import '" + each.getImportURI() + "' " + (imports.isFile(each.getImportURI()) ? "is not a file beside " + resource.getURI().lastSegment() : "is not a library of a plug-in")));
			}
		}
		if (!problems.isEmpty()) {
			throw new ConversionException(problems);
		}
	}

	private String serialized(XtextResource resource, URI xmi) throws ConversionException {
		try {
			return serializer.serialize(resource.getContents().get(0));
		} catch (RuntimeException e) {
			throw new ConversionException(xmi, "text cannot express this: " + String.valueOf(e.getMessage()).lines().map(String::strip).filter(line -> !line.isEmpty()).limit(3)
					.reduce((first, second) -> first + " " + second).orElse(""));
		}
	}

	private static void checkResult(XtextResource resource, TraplineModel wanted, URI xmi) throws ConversionException {
		for (INode error : resource.getParseResult().getSyntaxErrors()) {
			throw new ConversionException(xmi, "text cannot express this: " + error.getSyntaxErrorMessage().getMessage());
		}
		TraplineModel written = (TraplineModel) resource.getContents().get(0);
		if (EcoreUtil.equals(written, wanted)) {
			return;
		}
		for (int i = 0; i < wanted.getElements().size(); i++) {
			EObject element = wanted.getElements().get(i);
			if (i >= written.getElements().size() || !new EcoreUtil.EqualityHelper().equals(element, written.getElements().get(i))) {
				throw new ConversionException(xmi, "text cannot express this: " + what(element) + " would be another one");
			}
		}
		throw new ConversionException(xmi, "text cannot express this");
	}

	// ------------------------------------------------------------------------------------------- both

	private XtextResource parsed(String text, URI uri, XtextResourceSet resources) throws IOException {
		XtextResource resource = (XtextResource) resources.createResource(uri);
		resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		EcoreUtil.resolveAll(resource);
		return resource;
	}

	private XtextResourceSet resources() {
		XtextResourceSet resources = resourceSets.get();
		// Xtext knows one factory per file ending and JVM, which may be that of another catalog.
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(Imports.FILE_ENDING.substring(1), factory);
		return resources;
	}
}
