// SPDX-License-Identifier: EPL-2.0
/**
 * Live migration: {@link org.trapline.sim.migration.PreCopy} copies a virtual machine's memory in rounds while it runs, and the rest while it
 * stands still. What its devices cost per round comes from the trap machine.
 */
package org.trapline.sim.migration;
