// SPDX-License-Identifier: EPL-2.0
/**
 * Counts and times in bounded memory.
 */
package org.trapline.trace.count;
