// SPDX-License-Identifier: EPL-2.0
/**
 * How workloads run: a class for each kind, which compiles its workloads for a stack and measures them. {@code WorkloadRunners} lists them. What the language knows
 * of a kind is {@code org.trapline.lang.workload}.
 */
package org.trapline.run.workload;
