// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

/** How models are read: the rules of the language that are no syntax of one element. A part of {@link LanguagePage}, in Markdown. */
final class ModelGuide {

	static final String TEXT = """

			## How models are read

			### Configurations of several levels

			A hypervisor's `configure` blocks say which controls it sets while software above it runs. The hypervisor right below a piece of software configures it as
			what it is: by `configure guest` for the guest, by `configure hypervisor` for a guest hypervisor (`configure hypervisor with CONTROL` for one that runs with
			that control; the more special block wins). To the hypervisors further below, the same software is a part of their guest: their `configure guest` applies.
			The hardware obeys the union: an operation traps when the controls of any of these levels make it trap. Every trap lands in L0; L0 handles it, or forwards it
			to the highest hypervisor below the software whose own controls make the operation trap.

			While the guest in L2 of a stack with hypervisors L0 and L1 runs, L1's `configure guest` and L0's `configure guest` are in force. While L1 runs, L0's
			`configure hypervisor` is.

			### Intervals

			A cost, and any other number with a source, may be an interval. Its nominal value is what everything is computed with; hovers, the calibration and lists
			show the interval beside it, as `45 (30 to 60) cycles`. The status stands before or after the number.

			```trapline
			cost a : switching = assumed 30 to 60 cycles "nobody measured it"
			cost b : switching = 40 within 30 to 60 cycles assumed "mostly the lower half"
			cost c : switching = 1200 ± 90 cycles measured "a paper, Table 1"
			```

			The nominal value of `a` is the middle, 45; that of `b` is 40, that of `c` is 1200. `+-` is the same as `±`.

			### Exits by reason

			`measure exits` counts exits by level and exit reason, as `perf kvm stat` does on a real machine: how often, which share, and how many cycles. The result is a
			table in place of a number, for operation workloads and closed loops. `chart reasons of exits by stack` draws it, and `chart reasons of cycles by stack` the
			cycles of the exits.

			### Summaries

			An experiment with `summary` has one row for a stack, workload and metric in place of one for each point of its sweeps: the count, the mean, the standard
			deviation, quantiles and a histogram of the values at all points.

			```trapline
			import "org.trapline.cpu.x86/skylake"
			stack Nested on Skylake { L0 Kvm L1 Kvm guest L2 }
			experiment Uncertain {
				stacks Nested
				workload hypercall
				sweep vm_exit from 500 to 1000 cycles
				latin hypercube 10000 points
				summary
				measure cycles
			}
			```

			### Programs written from a measurement

			Where a hypervisor's program was written from a published table, or checked against it step by step, the hypervisor says `written from TABLE`, or the table says
			`describes HYPERVISOR`; both mean the same, and what extends the hypervisor was written from it, too. The number of traps of a stack with such a hypervisor is
			then no prediction of that table: results give the comparison the role *described* in place of *prediction*. Other metrics keep their roles.

			### CPUs and mechanisms without Java

			A CPU whose rules say all that there is needs no `implementation`: an operation or an access traps when its rules say so, and `trap costs COST` gives the cycles
			that the hardware takes for a trap, the way into L0 and back. A mechanism whose treatments, costs, `hardware` and `offers` say all that there is needs none, either.

			### Versions of the language

			The first line of a file may say which version of the language it is written in: `language 2`. A file that does not is of version 1. Every version of Trapline
			reads the files of all versions before its own; a file of a later version is an error. Words that have been renamed are still read, with a warning and a quick
			fix; `./trapline format --upgrade FILE…` replaces them and adds the version.
			""";

	private ModelGuide() {
	}
}
