// SPDX-License-Identifier: EPL-2.0
/**
 * Explains why an operation comes to what it does: the trap tree, folded for people.
 */
package org.trapline.run.explain;
