// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.junit.Test;
import org.trapline.model.ModelFactory;
import org.trapline.model.ModelPackage;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.ui.properties.ModelItems;

/** The item providers that are generated from the metamodel. */
public final class ItemProvidersTest {

	private final ModelItems items = new ModelItems();

	private static List<EObject> oneOfEachKind() {
		return ModelPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast).filter(type -> !type.isAbstract())
				.map(ModelFactory.eINSTANCE::create).toList();
	}

	@Test
	public void everyKindOfElementHasALabel() {
		assertTrue("the metamodel has kinds", oneOfEachKind().size() > 50);
		for (EObject element : oneOfEachKind()) {
			String words = element.eClass().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
			String text = items.text(element);
			assertTrue(element.eClass().getName() + " is " + text, text.equals(words) || text.startsWith(words + " "));
		}
	}

	@Test
	public void everyPropertyHasItsNameCategoryAndTheMetamodelsDescription() {
		int described = 0;
		for (EObject element : oneOfEachKind()) {
			for (IItemPropertyDescriptor descriptor : items.properties(element)) {
				EStructuralFeature feature = (EStructuralFeature) descriptor.getFeature(element);
				String what = element.eClass().getName() + "." + feature.getName();
				assertFalse(what, descriptor.getDisplayName(element).isBlank());
				assertTrue(what, List.of("Names", "References", "Values").contains(descriptor.getCategory(element)));
				if (EcoreUtil.getDocumentation(feature) != null) {
					assertEquals(what, EcoreUtil.getDocumentation(feature), descriptor.getDescription(element));
					described++;
				}
			}
		}
		assertTrue("the metamodel is documented: " + described, described > 100);
	}

	@Test
	public void partsAreElementsAndQuantitiesAreValues() {
		Stack stack = ModelFactory.eINSTANCE.createStack();
		stack.setName("Nested");
		stack.getLevels().add(ModelFactory.eINSTANCE.createLevel());
		assertEquals("Stack Nested", items.text(stack));
		assertEquals(List.copyOf(stack.getLevels()), items.parts(stack));
		Platform platform = ModelFactory.eINSTANCE.createPlatform();
		platform.setClock(ModelFactory.eINSTANCE.createQuantity());
		assertEquals(List.of(), items.parts(platform));
		assertNotNull(items.properties(platform).stream().filter(each -> each.getFeature(platform) == ModelPackage.Literals.PLATFORM__CLOCK).findFirst().orElse(null));
	}
}
