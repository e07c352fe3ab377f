// SPDX-License-Identifier: EPL-2.0
/**
 * Diagrams of stacks: machine, levels, devices, and the way that each operation takes.
 */
package org.trapline.run.picture;
