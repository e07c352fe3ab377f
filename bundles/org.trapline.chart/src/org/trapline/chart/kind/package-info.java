// SPDX-License-Identifier: EPL-2.0
/**
 * The kinds of charts: which there are, which of them results have data for, and how each makes its data from result rows. They know rows,
 * and nothing of how data is drawn.
 *
 * <p>
 * To add a kind:
 * <ol>
 * <li>its word: a constant of {@link org.trapline.result.ChartSpec.Kind} with its traits, and the same word in the grammar and the metamodel
 * ({@code ChartKind}). The language's checks, the command line and the workbench ask the traits;
 * <li>its class: a {@code ChartKind} that makes {@link org.trapline.chart.ChartData} of rows. Where no form fits (bars, lines, heat map), the
 * data is a form of its own, in a package beside those, whose {@code figure} draws it;
 * <li>its registration: a line in {@link org.trapline.chart.kind.ChartKinds}.
 * </ol>
 */
package org.trapline.chart.kind;
