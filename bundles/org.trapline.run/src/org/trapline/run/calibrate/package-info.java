// SPDX-License-Identifier: EPL-2.0
/**
 * Every cost parameter with value, source, rationale and impact: the contents of docs/calibration.md.
 */
package org.trapline.run.calibrate;
