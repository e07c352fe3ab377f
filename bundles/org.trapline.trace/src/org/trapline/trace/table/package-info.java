// SPDX-License-Identifier: EPL-2.0
/**
 * Tables that tools print: counts and means, not single exits.
 */
package org.trapline.trace.table;
