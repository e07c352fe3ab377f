// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.lang.Inheritance;
import org.trapline.lang.scoping.Imports;
import org.trapline.lang.scoping.Locations;
import org.trapline.model.CostTable;
import org.trapline.model.Cpu;
import org.trapline.model.Element;
import org.trapline.model.Hypervisor;
import org.trapline.model.Import;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.Register;
import org.trapline.model.RegisterGroup;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** Imports and names: whether imports exist, names are unique, and no element extends itself. */
public class NameValidator extends PartialValidator {

	@Inject
	private Imports imports;

	@Inject
	private Catalog catalog;

	@Check
	public void importExists(Import imported) {
		String text = imported.getImportURI();
		if (text != null && Locations.hasScheme(text)) {
			error("'" + text + "' is not loaded: import a library by its name, or a file by its path" + (text.contains("//") ? "" : "; a file of this name is './" + text + "'"),
					ModelPackage.Literals.IMPORT__IMPORT_URI, ProblemCodes.UNKNOWN_IMPORT);
			return;
		}
		Optional<URI> uri = imports.resolve(text, imported.eResource());
		if (uri.isPresent() && EcoreUtil2.isValidUri(imported, uri.get())) {
			// Also an import that nothing refers to belongs to the study: who checks it finds it in the resource set.
			imported.eResource().getResourceSet().getResource(uri.get(), true);
			return;
		}
		String message = text != null && imports.isFile(text) ? "the file '" + text + "' " + (uri.map(NameValidator::isThere).orElse(false)
				? "is a folder, a device or a pipe: name a regular file" : "does not exist beside this one")
				: "no plug-in has the library '" + text + "'; installed: "
						+ catalog.libraries().stream().map(Library::name).collect(Collectors.joining(", "))
						+ "; the import of a file ends in " + Imports.FILE_ENDING;
		error(message, ModelPackage.Literals.IMPORT__IMPORT_URI, ProblemCodes.UNKNOWN_IMPORT);
	}

	private static boolean isThere(URI uri) {
		return uri.isFile() && Files.exists(Path.of(uri.toFileString()));
	}

	@Check
	public void importIsTheFirstOfItsFile(Import imported) {
		Optional<URI> uri = imports.resolve(imported.getImportURI(), imported.eResource());
		List<Import> all = ((TraplineModel) imported.eContainer()).getImports();
		if (uri.isPresent() && all.subList(0, all.indexOf(imported)).stream().anyMatch(before -> imports.resolve(before.getImportURI(), imported.eResource()).equals(uri))) {
			warning("'" + imported.getImportURI() + "' is imported already: remove one", ModelPackage.Literals.IMPORT__IMPORT_URI, ProblemCodes.DUPLICATE_NAME);
		}
	}

	@Check
	public void namesAreUnique(TraplineModel model) {
		Map<String, EObject> seen = new HashMap<>();
		for (Element element : model.getElements()) {
			requireUnique(element, seen);
			if (element instanceof RegisterGroup group) {
				group.getRegisters().forEach(register -> requireUnique(register, seen));
			}
		}
	}

	private void requireUnique(NamedElement element, Map<String, EObject> seen) {
		if (element.getName() == null) {
			return;
		}
		// A workload may well be named like the operation it does: they are never meant at the same place.
		EObject first = seen.putIfAbsent((element instanceof Register ? "Register" : element.eClass().getName()) + " " + element.getName(), element);
		if (first != null) {
			error("there is already a " + words(element) + " named '" + element.getName() + "' in this file: give one of them another name",
					element, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.DUPLICATE_NAME);
		}
	}

	private static String words(EObject element) {
		return element.eClass().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	@Check
	public void cpuDoesNotExtendItself(Cpu cpu) {
		doesNotExtendItself(cpu, Cpu::getSuperCpu, ModelPackage.Literals.CPU__SUPER_CPU);
	}

	@Check
	public void tableDoesNotExtendItself(CostTable table) {
		doesNotExtendItself(table, CostTable::getSuperTable, ModelPackage.Literals.COST_TABLE__SUPER_TABLE);
	}

	@Check
	public void stackDoesNotExtendItself(Stack stack) {
		doesNotExtendItself(stack, Stack::getSuperStack, ModelPackage.Literals.STACK__SUPER_STACK);
	}

	@Check
	public void hypervisorDoesNotExtendItself(Hypervisor hypervisor) {
		doesNotExtendItself(hypervisor, Hypervisor::getSuperHypervisor, ModelPackage.Literals.HYPERVISOR__SUPER_HYPERVISOR);
	}

	private <T extends NamedElement> void doesNotExtendItself(T element, UnaryOperator<T> parent, EStructuralFeature feature) {
		if (parent.apply(element) != null && Inheritance.extendsItself(element, parent)) {
			error(words(element) + " '" + element.getName() + "' extends itself: remove one 'extends'", feature, ProblemCodes.CYCLE);
		}
	}
}
