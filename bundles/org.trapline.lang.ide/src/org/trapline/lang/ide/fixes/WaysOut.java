// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.trapline.lang.Quantities;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.ModelPackage;
import org.trapline.model.Sweep;

import jakarta.inject.Inject;

/**
 * Quick fixes from messages, whose remedies have a few fixed phrases: <em>did you mean 'X'?</em>, <em>write 'X'</em>, <em>add 'X'</em>,
 * <em>add it to 'X'</em>, <em>remove 'X'</em>, <em>remove one</em>, <em>give it in UNIT, UNIT</em>, <em>installed: X, Y</em>. In what is to be added,
 * a word in capitals is a placeholder for the name of an element of that kind, and is replaced by a visible one.
 */
final class WaysOut implements FixProvider {

	private static final Pattern MEANT = Pattern.compile("did you mean ['\"]([^'\"]+)['\"]\\?");
	private static final Pattern WRITE = Pattern.compile("write '([^']+)'(?! before)");
	private static final Pattern WRITE_BEFORE = Pattern.compile("write '([^']+)' before it");
	private static final Pattern ADD = Pattern.compile("\\badd ('[^']+'(?: before the brace)?(?: and '[^']+')*)(?! there)");
	private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
	private static final Pattern ADD_TO_LIST = Pattern.compile("\\badd it (?:to|after) '([^']+)'");
	private static final Pattern REMOVE = Pattern.compile("\\bremove (?:one )?'([^' ]+)[^']*'");
	private static final Pattern REMOVE_THIS = Pattern.compile("\\bremove (?:one|it|this|them)\\b(?! ')");
	private static final Pattern LEAVE_UNIT_OUT = Pattern.compile("leave the unit out");
	private static final Pattern CHOICE = Pattern.compile("(?:installed:|they have|name one of) ([^;]+)");
	private static final Pattern PLACEHOLDER = Pattern.compile("(?<![\"\\w])[A-Z]{3,}(?![\"\\w])");

	@Inject
	private IScopeProvider scopes;

	@Override
	public List<Fix> fixes(Problem problem) {
		List<Fix> fixes = new ArrayList<>();
		String message = problem.message();
		found(MEANT, message).forEach(word -> fixes.add(change(problem, word)));
		found(WRITE, message).forEach(word -> fixes.add(change(problem, word)));
		found(WRITE_BEFORE, message).forEach(word -> before(problem, word).ifPresent(fixes::add));
		found(ADD, message).forEach(list -> add(problem, found(QUOTED, list)).ifPresent(fixes::add));
		found(ADD_TO_LIST, message).forEach(keyword -> addToList(problem, keyword).ifPresent(fixes::add));
		if (problem.code().equals(ProblemCodes.UNIT)) {
			fixes.addAll(units(problem));
		}
		found(CHOICE, message).forEach(choice -> fixes.addAll(choices(problem, choice.split(", "))));
		found(REMOVE, message).forEach(keyword -> remove(problem, keyword).ifPresent(fixes::add));
		if (REMOVE_THIS.matcher(message).find()) {
			problem.word().flatMap(word -> new Edits(problem.document()).removeItem(word))
					.ifPresent(edit -> fixes.add(new Fix("Remove '" + shortened(problem.document().getSubstring(edit.getRange())) + "'", List.of(edit))));
		}
		return fixes;
	}

	private static List<String> found(Pattern phrase, String message) {
		List<String> found = new ArrayList<>();
		Matcher matcher = phrase.matcher(message);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static String shortened(String text) {
		String line = text.replaceAll("\\s+", " ").replaceAll("^, |,? ?$", "").strip();
		return line.length() <= 40 ? line : line.substring(0, 39) + "…";
	}

	// ------------------------------------------------------------------------------------------- changing

	private static Fix change(Problem problem, String by) {
		String text = problem.document().getContents();
		// The place of "write 'guest L1'" is the level alone, whose keyword precedes it.
		String rest = by;
		int space = by.indexOf(' ');
		if (space > 0 && text.substring(0, problem.start()).stripTrailing().endsWith(by.substring(0, space))) {
			rest = by.substring(space + 1);
		}
		boolean quoted = problem.text().startsWith("\"");
		return Fix.replace("Change to '" + by + "'", problem.document(), problem.start(), problem.end(), quoted ? "\"" + rest + "\"" : rest);
	}

	private static List<Fix> choices(Problem problem, String[] choices) {
		String what = problem.text();
		boolean quoted = what.startsWith("\"");
		if (!quoted && problem.message().contains("name one of")) {
			// There is nothing to change: it has to be added.
			return Arrays.stream(choices).flatMap(choice -> addPart(problem, List.of("implementation \"" + choice + "\"")).stream()).toList();
		}
		return Arrays.stream(choices).filter(choice -> !choice.equals("none"))
				.map(choice -> Fix.replace("Change to '" + choice + "'", problem.document(), problem.start(), problem.end(), quoted ? "\"" + choice + "\"" : choice)).toList();
	}

	/** Changes the unit to each one in the message, adds it, or removes it. */
	private static List<Fix> units(Problem problem) {
		EObject measured = problem.element().orElse(null);
		EAttribute feature = measured == null ? null : measured.eClass().getEAllAttributes().stream()
				.filter(each -> each.getEAttributeType() == ModelPackage.Literals.UNIT).findFirst().orElse(null);
		if (feature == null) {
			return List.of();
		}
		Optional<INode> unit = NodeModelUtils.findNodesForFeature(measured, feature).stream().findFirst();
		if (LEAVE_UNIT_OUT.matcher(problem.message()).find()) {
			return unit.stream().map(each -> new Fix("Remove '" + each.getText().strip() + "'", List.of(new Edits(problem.document()).remove(each.getOffset(), each.getEndOffset())))).toList();
		}
		String wrong = unit.map(NodeModelUtils::getTokenText).orElse("");
		int end = Stream.of(ModelPackage.Literals.SWEEP__VALUES, ModelPackage.Literals.SWEEP__TO).filter(each -> measured instanceof Sweep)
				.flatMap(each -> NodeModelUtils.findNodesForFeature(measured, each).stream()).mapToInt(INode::getEndOffset).max()
				.orElseGet(() -> NodeModelUtils.findActualNodeFor(measured).getEndOffset());
		return Arrays.stream(problem.message().split("[\\s,:;]+")).filter(each -> !each.equals(wrong) && Quantities.names().contains(each)).distinct()
				.map(each -> unit.map(node -> Fix.replace("Change the unit to " + each, problem.document(), node.getOffset(), node.getEndOffset(), each))
						.orElseGet(() -> Fix.replace("Add the unit " + each, problem.document(), end, end, " " + each)))
				.toList();
	}

	// ------------------------------------------------------------------------------------------- adding

	/** The innermost element around a problem whose text can have a word. */
	private static Optional<Syntax> around(Problem problem, Predicate<Syntax> can) {
		for (EObject each = problem.element().orElse(null); each != null; each = each.eContainer()) {
			Optional<Syntax> syntax = Syntax.of(each).filter(can);
			if (syntax.isPresent()) {
				return syntax;
			}
		}
		return Optional.empty();
	}

	private Optional<Fix> add(Problem problem, List<String> parts) {
		List<String> filled = parts.stream().map(part -> filled(part, problem)).toList();
		return filled.stream().anyMatch(part -> PLACEHOLDER.matcher(part).find() || part.contains("…")) ? Optional.empty() : addPart(problem, filled);
	}

	private static Optional<Fix> addPart(Problem problem, List<String> parts) {
		String first = parts.getFirst().split("\\s", 2)[0];
		Edits edits = new Edits(problem.document());
		Optional<Syntax> element = around(problem, syntax -> syntax.knows(first));
		Optional<List<TextEdit>> added;
		if (element.isPresent() && parts.size() == 1 && element.get().word(first).isPresent()) {
			// Such a part exists: the addition is appended to it.
			int end = element.get().introduced(element.get().word(first).get()).getLast().getEndOffset();
			String joint = first.equals("when") ? " and" : ",";
			added = Optional.of(List.of(edits.replace(end, end, joint + parts.getFirst().substring(first.length()))));
		} else {
			added = element.or(() -> around(problem, syntax -> syntax.before(first).isPresent())).flatMap(syntax -> edits.add(syntax, parts));
		}
		return added.map(all -> new Fix("Add '" + String.join("', '", parts) + "'", all));
	}

	private static Optional<Fix> before(Problem problem, String keyword) {
		return around(problem, syntax -> syntax.beginsWith(keyword)).map(syntax -> {
			int start = syntax.words().getFirst().getOffset();
			return Fix.replace("Add '" + keyword + "'", problem.document(), start, start, keyword + " ");
		});
	}

	private static Optional<Fix> addToList(Problem problem, String keyword) {
		String name = problem.data().isEmpty() ? problem.text() : problem.data().getFirst();
		return around(problem, syntax -> syntax.knows(keyword)).flatMap(syntax -> new Edits(problem.document()).addToList(syntax, keyword, name))
				.map(edits -> new Fix("Add '" + name + "' to '" + keyword + "'", edits));
	}

	/** With a name for each placeholder: the first of its kind in the file, or the first visible one. */
	private String filled(String part, Problem problem) {
		return PLACEHOLDER.matcher(part.replace(", …", "")).replaceAll(word -> Matcher.quoteReplacement(name(word.group(), problem).orElse(word.group())));
	}

	private Optional<String> name(String kind, Problem problem) {
		for (EClassifier owner : ModelPackage.eINSTANCE.getEClassifiers()) {
			if (owner instanceof EClass type) {
				for (EReference reference : type.getEReferences()) {
					String name = reference.getEReferenceType().getName().toUpperCase(Locale.ROOT);
					if (!reference.isContainment() && (name.equals(kind) || name.endsWith(kind))) {
						return first(scopes.getScope(problem.element().orElseThrow(), reference).getAllElements(), problem);
					}
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<String> first(Iterable<IEObjectDescription> candidates, Problem problem) {
		List<IEObjectDescription> all = StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.toList());
		return all.stream().filter(each -> each.getEObjectURI().trimFragment().equals(problem.resource().getURI())).findFirst().or(() -> all.stream().findFirst())
				.map(each -> each.getName().toString());
	}

	// ------------------------------------------------------------------------------------------- removing

	private static Optional<Fix> remove(Problem problem, String keyword) {
		return around(problem, syntax -> syntax.word(keyword).isPresent()).map(syntax -> {
			List<ILeafNode> words = syntax.introduced(syntax.word(keyword).orElseThrow());
			int start = words.getFirst().getOffset();
			int end = words.getLast().getEndOffset();
			String what = problem.document().getContents().substring(start, end);
			Edits edits = new Edits(problem.document());
			boolean first = words.getFirst() == syntax.words().getFirst();
			return new Fix("Remove '" + shortened(what) + "'", List.of(first ? edits.replace(start, end + 1, "") : edits.remove(start, end)));
		});
	}
}
