// SPDX-License-Identifier: EPL-2.0
/**
 * Every cost parameter with value, source, rationale and impact: what docs/calibration.md is made from.
 */
package org.trapline.run.calibrate;
