// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.ENamedElement;
import org.junit.Test;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.model.ModelPackage;

/** The metamodel says what everything in it is: editors and the reference page have it from there. */
public class MetamodelTest {

	@Test
	public void everyClassChoiceAndFeatureIsDocumented() {
		for (EClassifier type : ModelPackage.eINSTANCE.getEClassifiers()) {
			assertDocumented(type, type.getName());
			List<? extends ENamedElement> parts = switch (type) {
			case EClass plain -> plain.getEStructuralFeatures();
			case EEnum choice -> choice.getELiterals();
			default -> List.of();
			};
			parts.forEach(part -> assertDocumented(part, type.getName() + "." + part.getName()));
		}
	}

	private static void assertDocumented(EModelElement element, String name) {
		assertTrue(name + " has no documentation in trapline.ecore", Vocabulary.documentation(element).isPresent());
	}
}
