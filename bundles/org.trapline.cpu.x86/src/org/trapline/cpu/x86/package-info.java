// SPDX-License-Identifier: EPL-2.0
/**
 * x86 CPUs with VMX: their decisions, and the exit reasons. Fields of the VMCS, instructions, hypervisors and costs are in the library models of this
 * bundle.
 */
package org.trapline.cpu.x86;
