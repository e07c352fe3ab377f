// SPDX-License-Identifier: EPL-2.0
/**
 * Hypervisors, their programs and their configurations, and the stack that they form with a CPU and mechanisms. Immutable.
 */
package org.trapline.sim.stack;
