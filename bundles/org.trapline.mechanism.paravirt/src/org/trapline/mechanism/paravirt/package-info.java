// SPDX-License-Identifier: EPL-2.0
/**
 * Paravirtual prototyping: how the authors of NEVE measured designs for which there was no hardware. A guest hypervisor is built
 * so that each instruction that the later CPU would trap is an HVC; what the later CPU would not trap stays as it is.
 */
package org.trapline.mechanism.paravirt;
