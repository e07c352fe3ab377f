// SPDX-License-Identifier: EPL-2.0
/**
 * Explanations of the traps and cycles of an operation: the trap tree, folded for readers, and the sequence of exits.
 */
package org.trapline.run.explain;
