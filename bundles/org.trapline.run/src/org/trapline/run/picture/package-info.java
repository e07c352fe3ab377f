// SPDX-License-Identifier: EPL-2.0
/**
 * Diagrams of stacks: machine, levels, devices, and the path of each operation.
 */
package org.trapline.run.picture;
