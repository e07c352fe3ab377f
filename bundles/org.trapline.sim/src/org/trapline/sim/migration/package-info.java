// SPDX-License-Identifier: EPL-2.0
/**
 * Live migration: {@link org.trapline.sim.migration.PreCopy} copies a virtual machine's memory in rounds while it runs, and the
 * rest while it is stopped. The costs of its devices per round come from the trap machine.
 */
package org.trapline.sim.migration;
