// SPDX-License-Identifier: EPL-2.0
/**
 * Evaluates stacks and workloads at points, in parallel.
 */
package org.trapline.run.evaluate;
