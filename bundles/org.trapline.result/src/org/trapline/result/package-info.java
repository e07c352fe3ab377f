// SPDX-License-Identifier: EPL-2.0
/**
 * Results as data: rows, metrics, comparisons with published values and their verdicts. Plain Java; nothing here runs anything.
 */
package org.trapline.result;
