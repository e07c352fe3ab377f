// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import java.util.Locale;

/** Writes lines of ftrace, one microsecond after the other. */
final class Lines {

	private final StringBuilder text = new StringBuilder();
	private long time = 1_000_000;
	private int thread = 100;
	private int cpu = 1;

	/** The thread of the next events. */
	Lines thread(int number) {
		thread = number;
		return this;
	}

	/** The CPU of the next events. */
	Lines cpu(int number) {
		cpu = number;
		return this;
	}

	/** Time goes by, or back. */
	Lines later(long microseconds) {
		time += microseconds;
		return this;
	}

	/** An event. */
	Lines event(String event) {
		text.append(String.format(Locale.ROOT, " qemu-%d [%03d] d..1. %d.%06d: %s\n", thread, cpu, time / 1_000_000, time % 1_000_000, event));
		time++;
		return this;
	}

	/** Any other line. */
	Lines line(String line) {
		text.append(line).append('\n');
		return this;
	}

	/** An exit on x86. */
	Lines exit(String reason) {
		return event("kvm_exit: vcpu 0 reason " + reason + " rip 0x1 info1 0x0 info2 0x0 intr_info 0x0 error_code 0x0");
	}

	/** An entry on x86. */
	Lines entry() {
		return event("kvm_entry: vcpu 0, rip 0x1");
	}

	/** An exit that the host handles. */
	Lines handled(String reason) {
		return exit(reason).entry();
	}

	/** The mark of a nested VM's exit. */
	Lines mark(String reason) {
		return event("kvm_nested_vmexit: vcpu 0 reason " + reason + " rip 0x1 info1 0x0 info2 0x0 intr_info 0x0 error_code 0x0");
	}

	/** The guest hypervisor gets the exit. */
	Lines inject(String reason) {
		return event("kvm_nested_vmexit_inject: reason: " + reason + " ext_inf1: 0x0 ext_inf2: 0x0 ext_int: 0x0 ext_int_err: 0x0");
	}

	/** An exit of a nested VM that is reflected, with its mark. */
	Lines reflected(String reason) {
		return exit(reason).mark(reason).inject(reason).entry();
	}

	/** A guest hypervisor's exit that enters the nested VM. */
	Lines enters(String reason) {
		return exit(reason).event("kvm_nested_vmenter: rip: 0x1 vmcs: 0x7000 nested_rip: 0x0 int_ctl: 0x0 event_inj: 0x0 nested_ept=n guest_cr3: 0x2000").entry();
	}

	/** An exit on Arm. */
	Lines trap(String name, int exceptionClass) {
		return event(String.format(Locale.ROOT, "kvm_exit: TRAP: HSR_EC: 0x%04x (%s), PC: 0xffff8000800ddcd0", exceptionClass, name));
	}

	/** An entry on Arm. */
	Lines enter() {
		return event("kvm_entry: PC: 0xffff8000800ddcd0");
	}

	/** The guest hypervisor gets an exception from this mode, with this HCR_EL2. */
	Lines nestedException(String mode, String hcr) {
		return event("kvm_inject_nested_exception: SYNC: esr_el2 0x5a000000 elr_el2: 0x80000108 spsr_el2: 0x200003c5 (M: " + mode + ") hcr_el2: " + hcr);
	}

	/** The guest hypervisor returns to this mode, with this HCR_EL2. */
	Lines nestedEret(String mode, String hcr) {
		return event("kvm_nested_eret: elr_el2: 0x80000108 spsr_el2: 0x200003c5 (M: " + mode + ") hcr_el2: " + hcr);
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
