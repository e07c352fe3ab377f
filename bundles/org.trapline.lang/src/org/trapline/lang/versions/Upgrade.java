// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.versions;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.lang.documentation.Texts;
import org.trapline.lang.formatting.SyntaxErrorException;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.lang.scoping.TextHead;
import org.trapline.model.ModelPackage;
import org.trapline.model.TraplineModel;

import jakarta.inject.Inject;

/** Brings texts up to the current version of the language: new words in place of old ones, and the line that says the version. */
public class Upgrade {

	@Inject
	private Texts texts;

	/**
	 * The text in the current version; the same where it is in it already. What it says stays the same, and so do its comments and layout.
	 *
	 * @throws SyntaxErrorException when it has a syntax error, the first one, or is of a later version than this Trapline knows
	 */
	public String upgraded(String text) throws SyntaxErrorException {
		XtextResource resource = texts.resource(text);
		SyntaxErrorException.check(resource);
		TraplineModel model = (TraplineModel) resource.getContents().get(0);
		if (model.getLanguage() > LanguageVersion.CURRENT) {
			throw SyntaxErrorException.at(NodeModelUtils.findNodesForFeature(model, ModelPackage.Literals.TRAPLINE_MODEL__LANGUAGE).getFirst(),
					LanguageVersion.unknown(model.getLanguage()));
		}
		StringBuilder upgraded = new StringBuilder(text);
		changes(resource).reversed().forEach(change -> upgraded.replace(change.start(), change.end(), change.by()));
		return upgraded.toString();
	}

	/**
	 * A piece of a text that is to be another one.
	 *
	 * @param start where it begins
	 * @param end   where it ends
	 * @param by    what stands there in the current version
	 */
	public record Change(int start, int end, String by) {
	}

	/** All that a text takes to be in the current version, in its order; what the parser left out stays as it is. */
	public static List<Change> changes(XtextResource resource) {
		ICompositeNode root = resource.getParseResult().getRootNode();
		List<Change> changes = new ArrayList<>();
		TextHead head = TextHead.of(root.getText());
		changes.add(new Change(head.first(), head.endOfLanguage(root.getText()), head.inLanguage(root.getText(), LanguageVersion.CURRENT)));
		for (ILeafNode word : root.getLeafNodes()) {
			if (!word.isHidden() && !SkippedWords.contain(word)) {
				RenamedWord.of(word.getGrammarElement()).ifPresent(renamed -> changes.add(new Change(word.getOffset(), word.getEndOffset(), renamed.now())));
			}
		}
		return changes;
	}
}
