// SPDX-License-Identifier: EPL-2.0
/**
 * Fits costs to measured cells: bounded least squares over bills, with intervals, identifiability and errors of prediction.
 */
package org.trapline.run.fit;
