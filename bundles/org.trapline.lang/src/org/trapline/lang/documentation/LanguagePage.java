// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Issue;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.lang.Metrics;
import org.trapline.lang.services.TraplineGrammarAccess;
import org.trapline.lang.validation.ProblemKind;
import org.trapline.lang.versions.RenamedWord;
import org.trapline.model.ModelPackage;
import org.trapline.model.TraplineModel;
import org.trapline.result.Metric;
import org.trapline.sim.isa.ExitCode;

import jakarta.inject.Inject;

/**
 * The reference page of the language, in Markdown. Generated from the sources: syntax from the grammar, meaning from the metamodel,
 * examples from models, and the messages for examples of mistakes from the checks.
 */
public class LanguagePage {

	private static final int LONGEST_EXAMPLE = 14;

	private static final String HEAD = """
			# The Trapline language

			<!-- Made by `./trapline language` from the grammar, the metamodel and the checks. Change those, not this page. -->

			A file has a version and a namespace, which may be missing, then imports, then elements. Elements refer to each other by name, whatever their order; a file sees what it imports, and what that imports.
			Comments are `// to the end of the line` and `/* between these */`; the one right before an element is its documentation.

			Syntax is given as EBNF: `'word'` stands for itself, `Rule` for what that rule describes, `[Kind]` for the name of an element of that kind; `?` is
			an optional part, `*` any number of repetitions, `+` at least one, `|` a choice, `&` parts in any order. `./trapline lsp` is a language server for
			editors, `./trapline format` formats files, `./trapline check` reports errors and warnings.
			""";

	@Inject
	private TraplineGrammarAccess grammar;

	@Inject
	private Texts texts;

	@Inject
	private Catalog catalog;

	@Inject
	private Metrics metrics;

	/**
	 * Writes the page.
	 *
	 * @param samples models to take examples from
	 */
	public void write(List<TraplineModel> samples, Appendable out) throws IOException {
		out.append(HEAD);
		contents(out);
		out.append(ModelGuide.TEXT);
		renamedWords(out);
		out.append("\n## Elements\n");
		Set<AbstractRule> told = new LinkedHashSet<>();
		rule(grammar.getTraplineModelRule(), samples, told, out);
		rule(grammar.getImportRule(), samples, told, out);
		rule(grammar.getElementRule(), samples, told, out);
		for (ParserRule rule : elementRules()) {
			rule(rule, samples, told, out);
		}
		out.append("\n## Words and numbers\n\n```ebnf\n");
		for (AbstractRule rule : GrammarUtil.allRules(grammar.getGrammar())) {
			if (rule instanceof ParserRule parser && GrammarUtil.isDatatypeRule(parser) || rule instanceof TerminalRule) {
				out.append(Ebnf.of(rule)).append('\n');
			}
		}
		out.append("```\n");
		choices(out);
		keywords(out);
		exitCodes(out);
		problems(out);
	}

	private void contents(Appendable out) throws IOException {
		out.append("\nElements: ").append(elementRules().stream().map(rule -> link(rule.getName())).collect(Collectors.joining(", ")))
				.append(".\n[How models are read](#how-models-are-read), [words and numbers](#words-and-numbers), [choices](#choices), [keywords](#keywords), [metrics](#metric), [exit codes](#exit-codes), [problems](#problems).\n");
	}

	private static String link(String heading) {
		return "[" + heading + "](#" + heading.toLowerCase(Locale.ROOT) + ")";
	}

	/** The rules of the kinds of elements, in the order of the grammar. */
	private List<ParserRule> elementRules() {
		return GrammarUtil.containedRuleCalls(grammar.getElementRule()).stream().map(RuleCall::getRule).filter(ParserRule.class::isInstance)
				.map(ParserRule.class::cast).toList();
	}

	// ------------------------------------------------------------------------------------------- rules

	/** A rule, followed by those of its parts that were not described before. */
	private void rule(ParserRule rule, List<TraplineModel> samples, Set<AbstractRule> told, Appendable out) throws IOException {
		if (GrammarUtil.isDatatypeRule(rule) || !told.add(rule)) {
			return;
		}
		boolean element = elementRules().contains(rule) || rule == grammar.getTraplineModelRule() || rule == grammar.getImportRule() || rule == grammar.getElementRule();
		EClass type = rule.getType() != null && rule.getType().getClassifier() instanceof EClass known && !rule.isFragment() ? known : null;
		out.append(element ? "\n### " : "\n#### ").append(rule.getName()).append("\n\n");
		if (type != null) {
			out.append(Vocabulary.documentation(type).map(text -> text + "\n\n").orElse(""));
		}
		out.append("```ebnf\n").append(Ebnf.of(rule)).append("\n```\n");
		if (type != null) {
			parts(rule, type, out);
			if (elementRules().contains(rule)) {
				example(type, samples).ifPresent(text -> append(out, "\n```trapline\n" + text + "\n```\n"));
			}
		}
		if (rule == grammar.getTraplineModelRule() || rule == grammar.getElementRule()) {
			return;
		}
		for (RuleCall call : GrammarUtil.containedRuleCalls(rule)) {
			if (call.getRule() instanceof ParserRule part && !elementRules().contains(part)) {
				rule(part, samples, told, out);
			}
		}
	}

	private static void append(Appendable out, String text) {
		try {
			out.append(text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The meaning of the parts that a rule names itself. */
	private static void parts(ParserRule rule, EClass type, Appendable out) throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		for (Assignment assignment : GrammarUtil.containedAssignments(rule)) {
			EStructuralFeature feature = type.getEStructuralFeature(assignment.getFeature());
			if (feature != null && feature != ModelPackage.Literals.NAMED_ELEMENT__NAME) {
				Vocabulary.documentation(feature).ifPresent(text -> parts.putIfAbsent(Vocabulary.words(feature.getName()), text));
			}
		}
		if (!parts.isEmpty()) {
			out.append('\n');
			for (Map.Entry<String, String> part : parts.entrySet()) {
				out.append("- *").append(part.getKey()).append("*: ").append(escaped(part.getValue())).append('\n');
			}
		}
	}

	/** The text of an element of a kind among the models: the longest that is still short. */
	private static Optional<String> example(EClass type, List<TraplineModel> samples) {
		return samples.stream().flatMap(model -> model.getElements().stream()).filter(element -> element.eClass() == type).map(LanguagePage::text)
				.filter(text -> text.lines().count() <= LONGEST_EXAMPLE).max(Comparator.comparingLong((String text) -> text.lines().count()).thenComparing(Comparator.reverseOrder()));
	}

	private static String text(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node.getText().substring(node.getOffset() - node.getTotalOffset());
	}

	// ------------------------------------------------------------------------------------------- choices and keywords

	private void choices(Appendable out) throws IOException {
		out.append("\n## Choices\n");
		for (AbstractRule rule : GrammarUtil.allRules(grammar.getGrammar())) {
			if (rule instanceof EnumRule choice && choice.getType().getClassifier() instanceof EEnum type) {
				out.append("\n#### ").append(rule.getName()).append("\n\n").append(Vocabulary.documentation(type).map(text -> text + "\n\n").orElse(""));
				for (Keyword keyword : GrammarUtil.containedKeywords(choice)) {
					String meaning = RenamedWord.of(keyword).map(LanguagePage::old).or(() -> Vocabulary.documentation(keyword).map(LanguagePage::escaped)).map(text -> ": " + text).orElse("");
					out.append("- `").append(keyword.getValue()).append("`").append(meaning).append('\n');
				}
			}
		}
		metrics(out);
		out.append("\n#### Unit\n\n").append(Vocabulary.documentation(ModelPackage.Literals.UNIT).map(text -> text + "\n\n").orElse(""));
		for (EEnumLiteral unit : ModelPackage.Literals.UNIT.getELiterals()) {
			out.append("- `").append(unit.getLiteral()).append("`").append(Vocabulary.documentation(unit).map(text -> ": " + escaped(text)).orElse("")).append('\n');
		}
	}

	private void metrics(Appendable out) throws IOException {
		out.append("\n#### Metric\n\nWhat an experiment measures, and of which kinds of workload. A percentile of a metric is written `.p` and a number from 0 to 100 after it. "
				+ "Plug-ins may add metrics of operation workloads.\n\n| metric | of | unit | what it is |\n|---|---|---|---|\n");
		for (Metric metric : metrics.known()) {
			String of = metrics.kinds(metric).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
			out.append("| `" + metric.id() + "`" + (metric.hasPercentiles() ? ", `" + metric.id() + ".p99`" : "") + " | " + of + " | "
					+ (metric.unit().equals(metric.id()) ? "" : metric.unit()) + " | " + metric.description() + (metric.isRandom() ? " Random." : "") + " |\n");
		}
	}

	private static void renamedWords(Appendable out) throws IOException {
		out.append("\n| old word | now | where | since version |\n|---|---|---|---|\n");
		for (RenamedWord word : RenamedWord.all()) {
			out.append("| `").append(word.old()).append("` | `").append(word.now()).append("` | ")
					.append(word.rules().stream().sorted().map(LanguagePage::link).collect(Collectors.joining(", "))).append(" | ").append(Integer.toString(word.version())).append(" |\n");
		}
	}

	private void keywords(Appendable out) throws IOException {
		out.append("\n## Keywords\n\n| keyword | means |\n|---|---|\n");
		Map<String, Set<String>> meanings = new TreeMap<>();
		for (AbstractRule rule : GrammarUtil.allRules(grammar.getGrammar())) {
			if (!(rule instanceof TerminalRule)) {
				for (Keyword keyword : GrammarUtil.containedKeywords(rule)) {
					if (Character.isLetter(keyword.getValue().charAt(0))) {
						Set<String> known = meanings.computeIfAbsent(keyword.getValue(), word -> new LinkedHashSet<>());
						RenamedWord.of(keyword).map(LanguagePage::old).or(() -> Vocabulary.meaning(keyword).map(LanguagePage::meaning)).ifPresent(known::add);
					}
				}
			}
		}
		for (Map.Entry<String, Set<String>> keyword : meanings.entrySet()) {
			out.append("| `").append(keyword.getKey()).append("` | ").append(String.join("<br>", keyword.getValue())).append(" |\n");
		}
	}

	private static String old(RenamedWord word) {
		return "the old word for `" + word.now() + "`";
	}

	private static String meaning(EModelElement meaning) {
		return "*" + Vocabulary.owner(meaning) + "*" + Vocabulary.documentation(meaning).map(text -> ": " + escaped(text)).orElse("");
	}

	// ------------------------------------------------------------------------------------------- exit codes

	/** Writes the exit reasons or exception classes of each class of CPUs. */
	private void exitCodes(Appendable out) throws IOException {
		out.append("\n## Exit codes\n\nThe numbers that can follow `exit` in an operation: the architecture's exit reasons.\n");
		for (Contribution cpu : catalog.cpus()) {
			out.append("\n### ").append(cpu.name()).append("\n\n| code | name | what exits, and which hypervisor handles it |\n|---|---|---|\n");
			for (ExitCode code : catalog.cpuFactory(cpu.id()).exitCodes()) {
				out.append(String.format(Locale.ROOT, "| %d, 0x%02X | %s | %s |\n", code.number(), code.number(), escaped(code.name()), escaped(code.description())));
			}
		}
	}

	// ------------------------------------------------------------------------------------------- problems

	/** Writes the explanation of each kind of problem, with the messages for its examples. */
	public void problems(Appendable out) throws IOException {
		out.append("\n## Problems\n\nEach problem has a code, a place, and a message that ends with a remedy.\n");
		for (ProblemKind kind : ProblemKind.all()) {
			out.append("\n### ").append(kind.code()).append("\n\n").append(kind.explanation()).append('\n');
			for (String example : kind.examples()) {
				List<String> messages = new ArrayList<>();
				for (Issue issue : texts.issues(example)) {
					if (kind.code().equals(issue.getCode())) {
						messages.add("- " + issue.getSeverity().name().toLowerCase(Locale.ROOT) + ", line " + issue.getLineNumber() + ": `" + issue.getMessage() + "`");
					}
				}
				out.append("\n```trapline\n").append(example.strip()).append("\n```\n\n").append(String.join("\n", messages)).append('\n');
			}
		}
	}

	/** Text with the escapes that Markdown needs. */
	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
	}
}
