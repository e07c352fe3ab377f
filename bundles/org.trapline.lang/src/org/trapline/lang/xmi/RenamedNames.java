// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.xmi;

import java.util.Map;

import org.eclipse.emf.ecore.EEnum;
import org.trapline.lang.versions.RenamedWord;

/** Names of the metamodel that have changed: XMI of earlier versions has the old ones. */
final class RenamedNames {

	/** Names that no class or feature has had since. */
	private static final Map<String, String> NAMES = Map.of("Flow", "ClosedLoop", "memoryCost", "deferredCost");

	private RenamedNames() {
	}

	/** The present name of a class or feature. */
	static String current(String name) {
		return NAMES.getOrDefault(name, name);
	}

	/** The present word of a choice: that of the language, whose rules for choices have the names of the choices. */
	static String current(EEnum choice, String word) {
		return choice.getEEnumLiteralByLiteral(word) != null ? word : RenamedWord.all().stream()
				.filter(renamed -> renamed.rules().contains(choice.getName()) && renamed.old().equals(word)).map(RenamedWord::now).findFirst().orElse(word);
	}

	/** The present id of an element, {@code ClosedLoop.tcp_rr}: it begins with the name of its class. */
	static String currentId(String id) {
		int dot = id.indexOf('.');
		return dot < 0 ? id : current(id.substring(0, dot)) + id.substring(dot);
	}
}
