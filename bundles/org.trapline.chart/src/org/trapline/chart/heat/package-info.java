// SPDX-License-Identifier: EPL-2.0
/** Values over two parameters, as colours: {@link org.trapline.chart.heat.HeatData} and its plot. */
package org.trapline.chart.heat;
