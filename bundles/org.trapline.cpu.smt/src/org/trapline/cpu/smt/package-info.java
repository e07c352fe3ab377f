// SPDX-License-Identifier: EPL-2.0
/**
 * SMT cores for virtualization (SVt, ISCA 2019): hypervisors and virtual machines on hardware threads of one core, so that a trap is a change
 * of threads. {@link org.trapline.cpu.smt.HardwareSvt} in hardware, {@link org.trapline.cpu.smt.SoftwareSvt} on the SMT that exists. Which
 * costs that does away with is text: {@code models/svt.trapline} and its neighbours.
 */
package org.trapline.cpu.smt;
