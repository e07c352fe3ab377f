// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.trapline.model.ModelPackage;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** The index entries of each file: its elements by name, and its imports. */
public class TraplineResourceDescriptionStrategy extends DefaultResourceDescriptionStrategy {

	private static final String IMPORTS = "imports";

	@Inject
	private Imports imports;

	@Inject
	private IQualifiedNameConverter converter;

	@Override
	public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
		if (object instanceof TraplineModel model) {
			String uris = model.getImports().stream().flatMap(each -> imports.resolve(each.getImportURI(), model.eResource()).stream())
					.map(URI::toString).collect(Collectors.joining("\n"));
			acceptor.accept(EObjectDescription.create(QualifiedName.create(model.eResource().getURI().lastSegment()), model,
					Map.of(IMPORTS, uris)));
			return true;
		}
		// The name alone comes first: it is the one to propose.
		boolean deeper = super.createEObjectDescriptions(object, acceptor);
		namespace(object).ifPresent(namespace -> {
			QualifiedName name = getQualifiedNameProvider().getFullyQualifiedName(object);
			if (name != null) {
				acceptor.accept(EObjectDescription.create(converter.toQualifiedName(namespace).append(name), object));
			}
		});
		return deeper;
	}

	/** The namespace that may qualify an element's name. */
	static Optional<String> namespace(EObject object) {
		return Optional.ofNullable(EcoreUtil2.getContainerOfType(object, TraplineModel.class)).map(TraplineModel::getNamespace);
	}

	/** Whether an entry of the index is a file, not an element. */
	public static boolean isFile(IEObjectDescription description) {
		return description.getEClass() == ModelPackage.Literals.TRAPLINE_MODEL;
	}

	/** The locations of a file's imports, whether or not they exist. */
	static List<URI> imports(IResourceDescription file) {
		for (IEObjectDescription root : file.getExportedObjectsByType(ModelPackage.Literals.TRAPLINE_MODEL)) {
			String uris = root.getUserData(IMPORTS);
			if (uris != null && !uris.isEmpty()) {
				return uris.lines().map(URI::createURI).toList();
			}
		}
		return List.of();
	}
}
