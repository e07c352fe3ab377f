// SPDX-License-Identifier: EPL-2.0
/**
 * SMT cores for virtualization (SVt, ISCA 2019): hypervisors and virtual machines run on hardware threads of one core, so that an
 * exit switches threads. {@link org.trapline.cpu.smt.HardwareSvt} is the design in hardware,
 * {@link org.trapline.cpu.smt.SoftwareSvt} the one on existing SMT cores. The replaced costs are in the library models of this
 * bundle.
 */
package org.trapline.cpu.smt;
