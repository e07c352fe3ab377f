// SPDX-License-Identifier: EPL-2.0
/**
 * Compares simulated values with published ones.
 */
package org.trapline.run.reproduce;
