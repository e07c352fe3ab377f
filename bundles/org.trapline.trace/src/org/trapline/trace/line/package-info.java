// SPDX-License-Identifier: EPL-2.0
/**
 * What a line is, whichever tool printed it.
 */
package org.trapline.trace.line;
