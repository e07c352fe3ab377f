// SPDX-License-Identifier: EPL-2.0
/**
 * Trapline's workbench.
 *
 * <table>
 * <caption>The map</caption>
 * <tr><td>{@code org.trapline.ui}</td><td>perspective, ids, what the other packages share</td></tr>
 * <tr><td>{@code org.trapline.ui.run}</td><td>running a study, and the outcomes of the runs of this session</td></tr>
 * <tr><td>{@code org.trapline.ui.results}</td><td>the view that shows an outcome as chart and table</td></tr>
 * <tr><td>{@code org.trapline.ui.examples}</td><td>projects made from the shipped studies</td></tr>
 * <tr><td>{@code org.trapline.ui.welcome}</td><td>the welcome page</td></tr>
 * </table>
 */
package org.trapline.ui;
