// SPDX-License-Identifier: EPL-2.0
/**
 * Files: pictures in each {@link org.trapline.chart.export.ChartFormat}, kept runs as rows, tables, charts or a page
 * ({@link org.trapline.chart.export.RunExport}), and a run's whole folder ({@link org.trapline.chart.export.ResultFolder}).
 */
package org.trapline.chart.export;
