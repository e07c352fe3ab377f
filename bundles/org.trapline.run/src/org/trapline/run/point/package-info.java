// SPDX-License-Identifier: EPL-2.0
/** Points: the values of parameters for an evaluation, by sweeps, samples or overrides. One mechanism for all of them. */
package org.trapline.run.point;
