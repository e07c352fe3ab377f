// SPDX-License-Identifier: EPL-2.0
/**
 * How Arm A-profile CPUs decide what traps. What they decide on is text: {@code models/arm.trapline} and its neighbours.
 */
package org.trapline.cpu.arm;
