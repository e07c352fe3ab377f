// SPDX-License-Identifier: EPL-2.0
/**
 * Closed-loop workloads: clients whose requests go through the stages of a {@link org.trapline.sim.flow.Flow}, each at a server.
 * Costs of operations come from the trap machine; {@link org.trapline.sim.flow.FlowSimulation} lets the clients contend on the
 * event kernel.
 */
package org.trapline.sim.flow;
