// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

/** Texts that tests speak of. */
final class Studies {

	/** A study like those that ship. */
	static final String NESTED = """
			// One hypercall from a nested VM.
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"

			/** A VM. */
			stack Vm     on Moonshot { L0 KvmNonVhe guest L1 }
			// A VM in a VM,
			// by trapping.
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			stack NestedNeve extends Nested { mechanism neve }

			experiment Hypercall "Hypercalls" {
				stacks Vm, Nested, NestedNeve
				workload hypercall
				measure traps, cycles
				reference neve.sosp17 {
					Vm = vm, Nested = v8_3
					tolerance cycles 10 %
				}
			}
			""";

	private Studies() {
	}
}
