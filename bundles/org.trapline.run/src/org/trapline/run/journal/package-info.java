// SPDX-License-Identifier: EPL-2.0
/**
 * Journals of runs: the finished cells of a run that was stopped, or of a part of one, to go on from and to merge.
 */
package org.trapline.run.journal;
