// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.lang.parser.ElementStarts;
import org.trapline.lang.services.TraplineGrammarAccess;
import org.trapline.lang.versions.RenamedWord;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Drafts of elements, as snippets: for some kinds with the most common parts, for all others with the required ones. */
@Singleton
public class Templates {

	/**
	 * A draft.
	 *
	 * @param keyword the word that the element begins with
	 * @param label   its description
	 * @param snippet its text, with placeholders in the protocol's syntax; a placeholder for a name has the name of its class in the metamodel
	 */
	public record Template(String keyword, String label, String snippet) {
	}

	private static final List<Template> WRITTEN = List.of(
			new Template("cpu", "CPU that adds to another one", """
					cpu ${1:name} extends ${2:Cpu} {
						controls ${0:Control}
					}"""), //
			new Template("hypervisor", "hypervisor with its routines", """
					hypervisor ${1:Name} for ${2:Cpu} {
						configure guest { ${3} }

						exit {
							step "${4:save}" { ${5} }
						}

						enter {
							step "${6:load}" { $0 }
						}
					}"""), //
			new Template("hypervisor", "hypervisor that changes another one", """
					hypervisor ${1:Name} extends ${2:Hypervisor} {
						$0
					}"""), //
			new Template("mechanism", "mechanism that defers accesses to memory", """
					mechanism ${1:name} for ${2:Cpu} {
						implementation "${3:IMPLEMENTATION}"
						deferred access costs ${4:Cost}
						defer {
							${0:REGISTER}
						}
					}"""), //
			new Template("cost", "cost parameter with a value", "cost ${1:name} : ${2|transition,switching,emulation,handling,forwarding,memory|} = "
					+ "${3:1} cycles ${4|measured,derived,assumed|} \"${5:source}\""), //
			new Template("costs", "cost table that changes another one", """
					costs ${1:Name} extends ${2:CostTable} {
						${3:Cost} = ${4:1} cycles ${5|measured,derived,assumed|} "${6:source}"
					}"""), //
			new Template("platform", "platform", """
					platform ${1:Name} {
						cpu ${2:Cpu}
						clock ${3:2.4} GHz
						cores ${4:8}
						costs ${5:CostTable}
					}"""), //
			new Template("stack", "stack with a VM", "stack ${1:Vm} on ${2:Platform} { L0 ${3:Hypervisor} guest L1 }"), //
			new Template("stack", "stack with a nested VM", "stack ${1:Nested} on ${2:Platform} { L0 ${3:Hypervisor} L1 ${4:Hypervisor} guest L2 }"), //
			new Template("stack", "stack that adds a mechanism to another one", "stack ${1:Name} extends ${2:Stack} { mechanism ${3:Mechanism} }"), //
			new Template("workload", "workload", """
					workload ${1:name} {
						do ${2:Operation}
					}"""), //
			new Template("experiment", "experiment with charts", """
					experiment ${1:Name} "${2:What it shows}" {
						stacks ${3:Stack}
						workload ${4:Workload}
						measure traps, cycles
						chart bars of traps by stack
						chart bars of cycles by stack
					}"""), //
			new Template("reference", "published values", """
					reference ${1:name} "${2:Publication}" {
						configuration ${3:vm} "${4:What it is}"

						cell ${5:Workload} on ${3:vm} {
							cycles ${6:1} ${7|confirmed,secondary,recalled,derived|} "${8:Table 1}"
						}
					}"""));

	private final List<Template> all = new ArrayList<>(WRITTEN);

	@Inject
	public Templates(TraplineGrammarAccess grammar) {
		Set<String> written = new HashSet<>();
		WRITTEN.forEach(template -> written.add(template.keyword()));
		for (var kind : ((Alternatives) grammar.getElementRule().getAlternatives()).getElements()) {
			if (kind instanceof RuleCall call && call.getRule() instanceof ParserRule rule) {
				Set<String> keywords = ElementStarts.of(rule);
				for (String keyword : keywords) {
					if (!written.contains(keyword) && !RenamedWord.isOld(keyword, keywords)) {
						all.add(new Template(keyword, Vocabulary.words(rule.getName()), Skeleton.of(rule)));
					}
				}
			}
		}
	}

	/** All drafts. */
	public List<Template> all() {
		return List.copyOf(all);
	}

	/** The drafts of elements that begin with a word. */
	public List<Template> beginningWith(String keyword) {
		return all.stream().filter(template -> template.keyword().equals(keyword)).toList();
	}
}
