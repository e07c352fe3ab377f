// SPDX-License-Identifier: EPL-2.0
/**
 * Device assignment: a physical device, or a virtual one of L0, in the hands of a nested virtual machine. What it comes to is text:
 * {@code models/passthrough-x86.trapline} and its neighbour for Arm.
 */
package org.trapline.mechanism.passthrough;
