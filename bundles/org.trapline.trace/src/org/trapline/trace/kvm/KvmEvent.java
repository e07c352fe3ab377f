// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.kvm;

import java.util.Arrays;

import org.trapline.trace.text.Names;

/** Events by name. */
enum KvmEvent {

	ENTRY("kvm_entry"),
	EXIT("kvm_exit"),
	USERSPACE_EXIT("kvm_userspace_exit"),
	NESTED_EXIT("kvm_nested_vmexit"),
	NESTED_INJECT("kvm_nested_vmexit_inject"),
	NESTED_ENTER("kvm_nested_vmenter"),
	/** The name of {@link #NESTED_ENTER} in older kernels. */
	NESTED_RUN("kvm_nested_vmrun"),
	/** An interrupt reaches the guest at the next entry. */
	INTERRUPT("kvm_inj_virq"),
	MSR("kvm_msr"),
	CR("kvm_cr"),
	NESTED_EXCEPTION("kvm_inject_nested_exception"),
	NESTED_ERET("kvm_nested_eret"),
	SYSTEM_REGISTER("kvm_sys_access"),
	SYSTEM_REGISTER_TRAP("kvm_handle_sys_reg"),
	FORWARDED_REGISTER("kvm_forward_sysreg_trap"),
	GUEST_FAULT("kvm_guest_fault"),
	/** The exit event of RISC-V. */
	VCPU_EXIT("kvm_vcpu_exit"),
	/** Any other event of KVM. */
	OTHER_KVM(""),
	/** An event of something else. */
	FOREIGN("");

	private final String text;

	KvmEvent(String text) {
		this.text = text;
	}

	/** Finds events by the bytes of their names. */
	static final class Finder {

		private static final int MAX_NAMES = 8192;

		private final Names names = new Names(MAX_NAMES);
		private KvmEvent[] events = new KvmEvent[64];

		Finder() {
			for (KvmEvent event : values()) {
				if (!event.text.isEmpty()) {
					events[names.number(event.text)] = event;
				}
			}
		}

		KvmEvent find(byte[] line, int from, int to) {
			int number = names.number(line, from, to);
			if (number >= events.length) {
				events = Arrays.copyOf(events, Math.max(number + 1, events.length * 2));
			}
			if (events[number] == null) {
				String name = names.name(number);
				// KVM's own, its interrupt controller's and its MMU's.
				events[number] = name.startsWith("kvm") || name.startsWith("vgic_") || name.startsWith("vcpu_") ? OTHER_KVM : FOREIGN;
			}
			return events[number];
		}
	}
}
