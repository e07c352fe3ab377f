// SPDX-License-Identifier: EPL-2.0
/**
 * Checks of stacks: their levels, the CPU that each level sees, their mechanisms, devices and pins, and the costs that they spend.
 */
package org.trapline.lang.validation.stack;
