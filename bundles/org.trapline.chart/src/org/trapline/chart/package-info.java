// SPDX-License-Identifier: EPL-2.0
/**
 * Pictures of results, and their files. Headless: nothing here sees SWT, JFace or the workbench, and a view, the command line and an
 * exported file show the same picture.
 *
 * <p>
 * The way from a result to a file:
 * <pre>
 * ExperimentResult + ChartSpec
 *   -> {@link org.trapline.chart.ChartData}     what is drawn: values, published values; no style
 *   -> {@link org.trapline.chart.Charts}        a JFreeChart in a {@link org.trapline.chart.ChartTheme}
 *   -> {@link org.trapline.chart.ChartImage}    pixels for a view, with its {@link org.trapline.chart.ChartRegion regions}
 *   -> {@link org.trapline.chart.ChartExport}   PNG, SVG or PDF ({@link org.trapline.chart.ChartFormat})
 * </pre>
 *
 * <p>
 * Inside: {@code ResultPlot} is the JFreeChart plot. Before each drawing it asks {@code PictureLayout}, pure geometry without Java2D
 * state, where everything goes at this size: which form of the value labels fits, how stack names break or turn, how much head room
 * the tallest bar needs. The parts that draw ({@code MetricAxis}, {@code StackAxis}, {@code BarsRenderer}, {@code PublishedRenderer})
 * only follow that layout. {@code Fonts} holds the one font of all pictures, so that texts are equally wide on every machine and
 * in every format; without that the three files of one chart would differ.
 */
package org.trapline.chart;
