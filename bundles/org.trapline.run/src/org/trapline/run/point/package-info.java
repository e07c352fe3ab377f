// SPDX-License-Identifier: EPL-2.0
/** Points: what parameters are where something is evaluated, by sweeps, samples or overrides. One mechanism for all of them. */
package org.trapline.run.point;
