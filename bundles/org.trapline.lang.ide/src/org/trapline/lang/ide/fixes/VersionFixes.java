// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.List;

import org.eclipse.lsp4j.TextEdit;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.versions.LanguageVersion;
import org.trapline.lang.versions.Upgrade;

/** Brings a whole file up to the current version where one of its words is an old one. */
final class VersionFixes implements FixProvider {

	@Override
	public List<Fix> fixes(Problem problem) {
		if (!problem.code().equals(ProblemCodes.RENAMED_WORD)) {
			return List.of();
		}
		Edits edits = new Edits(problem.document());
		List<TextEdit> all = Upgrade.changes(problem.resource()).stream().map(change -> edits.replace(change.start(), change.end(), change.by())).toList();
		return List.of(new Fix("Upgrade the file to version " + LanguageVersion.CURRENT + " of the language", all));
	}
}
