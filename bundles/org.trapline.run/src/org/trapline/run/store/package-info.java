// SPDX-License-Identifier: EPL-2.0
/**
 * Runs that are kept: what was run, from what, and what it came to, as a folder that anybody can read.
 *
 * <table>
 * <caption>A run's folder</caption>
 * <tr><td>{@code run.json}</td><td>the {@link org.trapline.run.store.RunInfo}: provenance, and what the files hold</td></tr>
 * <tr><td>{@code results.csv}, {@code results.json}</td><td>every value, a row complete by itself, see {@link org.trapline.run.ResultFormat}</td></tr>
 * <tr><td>{@code results.tex}</td><td>the tables, for a paper</td></tr>
 * <tr><td>{@code breakdown.csv}</td><td>where the cycles went: a line for each level and cause of each stack, workload and point</td></tr>
 * <tr><td>{@code inputs/STUDY/}</td><td>the study and the files that it imports, exactly as they were read</td></tr>
 * <tr><td>{@code inputs/plug-ins/}</td><td>the libraries of plug-ins that it imports</td></tr>
 * <tr><td>{@code charts/}, {@code report.html}</td><td>pictures and a page, made from the rest; nothing is read from them</td></tr>
 * </table>
 *
 * <p>
 * {@link org.trapline.run.store.RunFolder} writes and reads it, for the command line and the workbench alike; charts and page are added by
 * {@code org.trapline.chart.ResultFolder}. A {@link org.trapline.run.store.RunStore} is a folder of such folders: the workbench's history.
 */
package org.trapline.run.store;
