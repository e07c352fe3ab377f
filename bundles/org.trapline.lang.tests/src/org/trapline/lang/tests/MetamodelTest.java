// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.junit.Test;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.model.ModelPackage;

import com.google.common.collect.Sets;

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

	/** A model from elsewhere is checked against the metamodel: that has to ask for no less than the text, and no more. */
	@Test
	public void whatTheGrammarAlwaysAsksForIsRequired() {
		Map<EClass, Set<String>> asked = new HashMap<>();
		for (ParserRule rule : GrammarUtil.allParserRules(Language.INJECTOR.getInstance(IGrammarAccess.class).getGrammar())) {
			if (!rule.isFragment() && rule.getType().getClassifier() instanceof EClass type && !type.isAbstract()) {
				asked.merge(type, always(rule.getAlternatives()), Sets::intersection);
			}
		}
		Set<String> expected = new TreeSet<>();
		Set<String> required = new TreeSet<>();
		for (EClassifier each : ModelPackage.eINSTANCE.getEClassifiers()) {
			if (each instanceof EClass owner) {
				for (EStructuralFeature feature : owner.getEStructuralFeatures()) {
					boolean always = asked.entrySet().stream().filter(rule -> owner.isSuperTypeOf(rule.getKey())).allMatch(rule -> rule.getValue().contains(feature.getName()));
					boolean plain = feature.getEType().getInstanceClass() == boolean.class;
					if (always && !plain) {
						expected.add(owner.getName() + "." + feature.getName());
					}
					if (feature.isRequired()) {
						required.add(owner.getName() + "." + feature.getName());
					}
				}
			}
		}
		assertEquals("these features have lowerBound=\"1\" in trapline.ecore", expected, required);
	}

	/** The features that are set however an element of the grammar is matched. */
	private static Set<String> always(AbstractElement element) {
		if (GrammarUtil.isOptionalCardinality(element)) {
			return Set.of();
		}
		return switch (element) {
		case Assignment assignment -> Set.of(assignment.getFeature());
		case Alternatives choice -> choice.getElements().stream().map(MetamodelTest::always).reduce(Sets::intersection).orElse(Set.of());
		case CompoundElement group -> group.getElements().stream().map(MetamodelTest::always).reduce(Set.of(), Sets::union);
		case RuleCall call when call.getRule() instanceof ParserRule rule && rule.isFragment() -> always(rule.getAlternatives());
		default -> Set.of();
		};
	}

	private static void assertDocumented(EModelElement element, String name) {
		assertTrue(name + " has no documentation in trapline.ecore", Vocabulary.documentation(element).isPresent());
	}
}
