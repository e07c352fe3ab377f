// SPDX-License-Identifier: EPL-2.0
/**
 * Finds the repeated unit of a benchmark in a stream of exits, in bounded memory.
 */
package org.trapline.trace.operation;
