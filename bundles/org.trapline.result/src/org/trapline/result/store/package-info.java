// SPDX-License-Identifier: EPL-2.0
/**
 * Runs that are kept: what was run, from what, and what it came to, as a folder that anybody can read.
 *
 * {@link org.trapline.result.store.RunFolder#LAYOUT} says what is in it; {@code run.json} is the {@link org.trapline.result.store.RunInfo}.
 *
 * <p>
 * {@link org.trapline.result.store.RunFolder} writes and reads it, for the command line and the workbench alike; charts and page are added by
 * {@code org.trapline.chart.export.ResultFolder}. A {@link org.trapline.result.store.RunStore} is a folder of such folders: the workbench's history.
 */
package org.trapline.result.store;
