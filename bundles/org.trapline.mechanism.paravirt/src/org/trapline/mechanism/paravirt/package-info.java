// SPDX-License-Identifier: EPL-2.0
/**
 * Paravirtual prototyping: how the authors of NEVE measured designs without hardware. A guest hypervisor is built so that each
 * instruction that would trap on the later CPU is an HVC; other instructions are unchanged.
 */
package org.trapline.mechanism.paravirt;
