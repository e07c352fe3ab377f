// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A kind of problem.
 *
 * @param code        its stable name
 * @param explanation why it is a problem, and what to do about it in general
 * @param examples    texts that have it
 */
public record ProblemKind(String code, String explanation, List<String> examples) {

	/** All kinds, in the order of their codes. */
	public static List<ProblemKind> all() {
		List<ProblemKind> kinds = new ArrayList<>();
		for (Field field : ProblemCodes.class.getDeclaredFields()) {
			Explained explained = field.getAnnotation(Explained.class);
			if (explained != null) {
				try {
					kinds.add(new ProblemKind((String) field.get(null), explained.value().strip().replace('\n', ' '), List.of(explained.examples())));
				} catch (IllegalAccessException e) {
					throw new IllegalStateException(field + " is not public", e);
				}
			}
		}
		kinds.sort(Comparator.comparing(ProblemKind::code));
		return kinds;
	}

	/** The kind with this code. */
	public static Optional<ProblemKind> of(String code) {
		return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
	}
}
