// SPDX-License-Identifier: EPL-2.0
/**
 * Pictures of one operation, trap by trap: {@link org.trapline.chart.flow.FlowPicture}, a sequence over the levels, and
 * {@link org.trapline.chart.flow.FlamePicture}, its cycles by what they were spent for. Headless, as all pictures.
 */
package org.trapline.chart.flow;
