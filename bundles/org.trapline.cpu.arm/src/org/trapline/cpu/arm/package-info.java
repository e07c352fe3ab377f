// SPDX-License-Identifier: EPL-2.0
/**
 * Arm A-profile CPUs: their decisions, and the exception classes. Registers, trap rules, hypervisors and costs are in the library models of this bundle.
 */
package org.trapline.cpu.arm;
