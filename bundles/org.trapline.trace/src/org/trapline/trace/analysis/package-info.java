// SPDX-License-Identifier: EPL-2.0
/**
 * All tables of one trace.
 */
package org.trapline.trace.analysis;
