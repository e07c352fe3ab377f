// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.model.ModelPackage;

/**
 * The piece of a text that says a feature of an element: {@code KvmNonVhe}, {@code 2.4 GHz}, {@code neve, dvh}. Only what is written once, in one
 * piece, is such a piece; nothing stands for a default.
 *
 * @param offset where it begins
 * @param text   what is written
 */
record FeatureText(EObject element, EStructuralFeature feature, int offset, String text) {

	/** The piece of a feature; none when the feature is not written, or is scattered. */
	static Optional<FeatureText> of(EObject element, EStructuralFeature feature) {
		List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
		ICompositeNode whole = NodeModelUtils.findActualNodeFor(element);
		if (nodes.isEmpty() || whole == null || !inOnePiece(whole, nodes)) {
			return Optional.empty();
		}
		int start = nodes.getFirst().getOffset();
		int end = nodes.getLast().getEndOffset();
		return Optional.of(new FeatureText(element, feature, start, whole.getRootNode().getText().substring(start, end)));
	}

	/** The text as one line, with single blanks. */
	String line() {
		return text.replaceAll("\\s+", " ");
	}

	/** Whether there are only commas and blanks between nodes. */
	private static boolean inOnePiece(ICompositeNode whole, List<INode> nodes) {
		int start = nodes.getFirst().getOffset();
		int end = nodes.getLast().getEndOffset();
		for (ILeafNode leaf : whole.getLeafNodes()) {
			boolean between = leaf.getOffset() >= start && leaf.getEndOffset() <= end
					&& nodes.stream().noneMatch(node -> node.getOffset() <= leaf.getOffset() && leaf.getEndOffset() <= node.getEndOffset());
			if (between && !leaf.getText().isBlank() && !leaf.getText().equals(",")) {
				return false;
			}
		}
		return true;
	}

	/** Whether another text can take its place. A switch has none: to be off it has to go, with words around it. */
	boolean isEditable() {
		return feature.getEType() != EcorePackage.Literals.EBOOLEAN && text.lines().count() == 1;
	}

	/** Whether it is the name that references to the element repeat, which follow when it changes. */
	boolean isName() {
		return feature == ModelPackage.Literals.NAMED_ELEMENT__NAME;
	}

	/** What else a change means that is not in the feature's own description; empty for most. */
	String consequence() {
		if (!isEditable()) {
			return text.lines().count() > 1 ? "It has several lines. Change it in the editor." : "It depends on keywords in the file. Change it in the editor.";
		}
		if (isName()) {
			return "Renames all references, in all files of the workspace.";
		}
		// Texts and not references in the language: the editor marks what no longer fits.
		return feature == ModelPackage.Literals.STEP__TITLE ? "Refinements that refer to the step by this title are not renamed. Change them too." : "";
	}

	/**
	 * Says why a new text would not be one of this feature; empty when it would. It is read as the editor reads it: the text around must stay what it
	 * is. Whether a name exists is not asked: the editor says that, as of typing.
	 */
	Optional<String> problem(String replacement) {
		if (replacement.isBlank()) {
			return Optional.of("An empty value is not possible: remove it in the editor");
		}
		if (replacement.lines().count() > 1) {
			return Optional.of("A value has only one line");
		}
		XtextResource resource = (XtextResource) element.eResource();
		String before = resource.getParseResult().getRootNode().getText();
		IParseResult after = resource.getParser().parse(new StringReader(before.substring(0, offset) + replacement + before.substring(offset + text.length())));
		EObject same = after.getRootASTElement() == null ? null : EcoreUtil.getEObject(after.getRootASTElement(), EcoreUtil.getRelativeURIFragmentPath(EcoreUtil.getRootContainer(element), element));
		boolean fits = same != null && same.eClass() == element.eClass() && errors(after) <= errors(resource.getParseResult())
				&& of(same, feature).filter(piece -> piece.offset == offset && piece.text.equals(replacement)).isPresent();
		return fits ? Optional.empty() : Optional.of("\"%s\" is not possible here".formatted(replacement));
	}

	private static long errors(IParseResult result) {
		return StreamSupport.stream(result.getSyntaxErrors().spliterator(), false).count();
	}
}
