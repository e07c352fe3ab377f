// SPDX-License-Identifier: EPL-2.0
/**
 * The kinds of charts: which there are, which of them results have data for, and how each makes its data from result rows. They know rows,
 * and nothing of how data is drawn.
 */
package org.trapline.chart.kind;
