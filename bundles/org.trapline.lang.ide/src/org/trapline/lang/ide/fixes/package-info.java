// SPDX-License-Identifier: EPL-2.0
/**
 * Edits that mend problems. Messages end in their way out, and what one says there is what an editor can do
 * ({@code WaysOut}): a new message that speaks like the others has its fixes without a word here. What messages cannot say,
 * since it depends on all files, has a class of its own. {@code QuickFixes} has the list of all.
 */
package org.trapline.lang.ide.fixes;
