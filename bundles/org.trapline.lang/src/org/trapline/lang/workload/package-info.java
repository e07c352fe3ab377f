// SPDX-License-Identifier: EPL-2.0
/**
 * Kinds of workload. Each is one final class that owns what the language has to know of it beyond its syntax: its metrics, its checks, and what can be done with
 * its results. {@code WorkloadKinds} lists them; a new kind is a class here, a line there, and its part in the metamodel and the grammar. How workloads run is
 * {@code org.trapline.run.workload}.
 */
package org.trapline.lang.workload;
