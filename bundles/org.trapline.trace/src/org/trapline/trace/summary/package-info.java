// SPDX-License-Identifier: EPL-2.0
/**
 * What a trace came to: immutable records, each a row of one of the tables. Times are nanoseconds, levels count from 0 (the host).
 */
package org.trapline.trace.summary;
