// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;

/** Every text that ships, whole and cut off. */
public class ShippedModelsTest {

	@Rule
	public final Checks checks = new Checks();

	@Test
	public void everyShippedTextIsWithoutAProblem() throws Exception {
		Map<String, String> texts = Language.shipped();
		assertTrue(texts.keySet().toString(), texts.size() >= 6);
		for (Map.Entry<String, String> text : texts.entrySet()) {
			Path file = checks.write("text.trapline", text.getValue());
			assertEquals(text.getKey(), List.of(), checks.problems(file));
		}
	}

	@Test(timeout = 300_000)
	public void aTextCutOffAnywhereHasProblemsAtMostAndNeverBreaksTheCheck() throws Exception {
		for (Map.Entry<String, String> text : Language.shipped().entrySet()) {
			for (int end = 0; end < text.getValue().length(); end += 40) {
				Path file = checks.write("text.trapline", text.getValue().substring(0, end));
				for (String problem : checks.problems(file)) {
					String where = text.getKey() + " cut off after " + end + ": " + problem;
					assertTrue(where, problem.matches("(?s)text\\.trapline:[1-9][0-9]*:[1-9][0-9]* (error|warning) [a-z-]+: .+"));
					assertFalse(where, problem.contains("Exception") || problem.contains("null") || problem.contains("RULE_"));
				}
			}
		}
	}

	@Test(timeout = 300_000)
	public void aTextWithAPieceMissingNeverBreaksTheCheck() throws Exception {
		for (Map.Entry<String, String> text : Language.shipped().entrySet()) {
			for (int start = 0; start + 60 < text.getValue().length(); start += 60) {
				Path file = checks.write("text.trapline", new StringBuilder(text.getValue()).delete(start, start + 25).toString());
				for (String problem : checks.problems(file)) {
					assertFalse(text.getKey() + " without " + start + " to " + (start + 25) + ": " + problem,
							problem.contains("Exception") || problem.contains("null") || problem.contains("RULE_"));
				}
			}
		}
	}
}
