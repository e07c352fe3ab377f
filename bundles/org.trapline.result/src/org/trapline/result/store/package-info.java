// SPDX-License-Identifier: EPL-2.0
/**
 * Stored runs: inputs, provenance and results, in a folder of plain files.
 *
 * {@link org.trapline.result.store.RunFolder#LAYOUT} lists its contents; {@code run.json} is the {@link org.trapline.result.store.RunInfo}.
 *
 * <p>
 * {@link org.trapline.result.store.RunFolder} writes and reads it, for the command line and the workbench alike; charts and page are added by
 * {@code org.trapline.chart.export.ResultFolder}. A {@link org.trapline.result.store.RunStore} is a folder of such folders: the workbench's history.
 */
package org.trapline.result.store;
