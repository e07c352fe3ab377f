// SPDX-License-Identifier: EPL-2.0
/**
 * Charts of results. Headless: nothing here sees SWT, JFace or the workbench, and a view, the command line and an exported file show the
 * same picture.
 *
 * <p>
 * The way from results to a file:
 * <pre>
 * {@link org.trapline.chart.ChartSource} (experiments of runs) + ChartSpec
 *   -> {@link org.trapline.chart.ChartData}     what is drawn, without style: made by the chart's kind ({@link org.trapline.chart.kind})
 *   -> {@link org.trapline.chart.ChartPicture}  a {@link org.trapline.chart.picture.Picture}: drawn at any size, in either theme, by JFreeChart
 *   -> {@link org.trapline.chart.picture.PictureImage}  pixels for a view, with the {@link org.trapline.chart.picture.PictureRegion regions} that mean something
 *   -> {@link org.trapline.chart.export}        PNG, SVG or PDF; rows, tables, a page, a run's whole folder
 * </pre>
 *
 * <p>
 * A <em>kind</em> of chart is what somebody asks for ({@code overhead}, {@code levels}); a <em>form</em> is how it looks, and several kinds
 * may share one. This package holds what all forms share: {@link org.trapline.chart.Charts} puts heading, legend and notes around a
 * {@link org.trapline.chart.Figure}. Each form has a package with its data and its plot: {@link org.trapline.chart.bars},
 * {@link org.trapline.chart.lines}, {@link org.trapline.chart.heat}. Packages depend in one direction: {@code picture}, this one, the forms,
 * {@code kind}, {@code export}.
 */
package org.trapline.chart;
