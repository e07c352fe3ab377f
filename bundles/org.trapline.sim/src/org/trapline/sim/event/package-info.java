// SPDX-License-Identifier: EPL-2.0
/**
 * The event kernel: what happens concurrently, in the order of time.
 *
 * <p>
 * An {@link org.trapline.sim.event.Event} is something that a component does at a time. The
 * {@link org.trapline.sim.event.EventKernel} makes events happen in a total order: time, then
 * {@link org.trapline.sim.event.EventPriority}, then order of scheduling. Pending events are in an
 * {@link org.trapline.sim.event.EventQueue}, which is a {@link org.trapline.sim.event.HeapQueue}. A run ends for a
 * {@link org.trapline.sim.event.RunEnd}, or with an error that names event, component and time.
 * {@link org.trapline.sim.event.Time} is the one place that converts times.
 *
 * <p>
 * In steady state nothing is allocated. Two kernels share nothing.
 */
package org.trapline.sim.event;
