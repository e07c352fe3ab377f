// SPDX-License-Identifier: EPL-2.0
/**
 * Pictures of results, and their files. Headless: nothing here sees SWT, JFace or the workbench, and a view, the command line and an
 * exported file show the same picture.
 *
 * <p>
 * The way from results to a file:
 * <pre>
 * {@link org.trapline.chart.ChartSource} (experiments of runs) + ChartSpec
 *   -> {@link org.trapline.chart.ChartData}     what is drawn: bars, lines or a heat map; no style
 *   -> {@link org.trapline.chart.ChartPicture}  a {@link org.trapline.chart.Picture}: drawn at any size, in a {@link org.trapline.chart.ChartTheme}, by JFreeChart
 *   -> {@link org.trapline.chart.PictureImage}  pixels for a view, with the {@link org.trapline.chart.PictureRegion regions} that mean something
 *   -> {@link org.trapline.chart.ChartExport}   PNG, SVG or PDF ({@link org.trapline.chart.ChartFormat})
 * </pre>
 * {@link org.trapline.chart.RunExport} does all of that for runs that are kept, and rows, tables and a page
 * ({@link org.trapline.chart.RunReport}) besides; {@link org.trapline.chart.ResultFolder} writes a run's whole folder.
 *
 * <p>
 * Inside: {@code Bars}, {@code Breakdowns}, {@code Sweeps} and {@code Distributions} make data; they know rows, and nothing of how they look.
 * {@code BarPlot}, {@code LinePlot} and {@code HeatPlot} are JFreeChart plots. Before each drawing {@code BarPlot} asks {@code PictureLayout}, pure
 * geometry without Java2D state, where everything goes at this size: which form of the value labels fits, how names break or turn, how
 * much head room the tallest bar needs. The parts that draw ({@code MetricAxis}, {@code CategoryNamesAxis}, {@code BarsRenderer},
 * {@code PublishedRenderer}) only follow that layout. {@code Fonts} holds the one font of all pictures, so that texts are equally wide on
 * every machine and in every format; without that the three files of one chart would differ.
 */
package org.trapline.chart;
