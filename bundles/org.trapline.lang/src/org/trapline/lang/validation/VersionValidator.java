// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.lang.versions.LanguageVersion;
import org.trapline.lang.versions.RenamedWord;
import org.trapline.model.ModelPackage;
import org.trapline.model.TraplineModel;

/** The version of the language that a text is written in, and words that have been renamed. */
public class VersionValidator extends PartialValidator {

	@Check
	public void versionIsKnown(TraplineModel model) {
		boolean said = !NodeModelUtils.findNodesForFeature(model, ModelPackage.Literals.TRAPLINE_MODEL__LANGUAGE).isEmpty();
		if (said && (model.getLanguage() < 1 || model.getLanguage() > LanguageVersion.CURRENT)) {
			error(LanguageVersion.unknown(model.getLanguage()), ModelPackage.Literals.TRAPLINE_MODEL__LANGUAGE, ProblemCodes.LANGUAGE_VERSION);
		}
	}

	@Check
	public void wordsAreCurrent(TraplineModel model) {
		ICompositeNode text = NodeModelUtils.getNode(model);
		if (text == null) {
			return;
		}
		for (ILeafNode word : text.getLeafNodes()) {
			if (!word.isHidden() && !SkippedWords.contain(word)) {
				RenamedWord.of(word.getGrammarElement()).ifPresent(renamed -> renamed(renamed, word, model));
			}
		}
	}

	private void renamed(RenamedWord word, ILeafNode place, TraplineModel model) {
		getMessageAcceptor().acceptWarning("'" + word.old() + "' is the old word here: write '" + word.now() + "'; 'trapline format --upgrade' does it for whole files",
				model, place.getOffset(), place.getLength(), ProblemCodes.RENAMED_WORD);
	}
}
