// SPDX-License-Identifier: EPL-2.0
/**
 * The event kernel: a discrete-event simulation of concurrent components.
 *
 * <p>
 * An {@link org.trapline.sim.event.Event} is an action of a component at a time. The
 * {@link org.trapline.sim.event.EventKernel} makes events happen in a total order: time, then
 * {@link org.trapline.sim.event.EventPriority}, then order of scheduling. Pending events are in an
 * {@link org.trapline.sim.event.EventQueue}, which is a {@link org.trapline.sim.event.TournamentQueue}. A run ends for a
 * {@link org.trapline.sim.event.RunEnd}, or with an error that names event, component and time. An
 * {@link org.trapline.sim.event.EventObserver} sees what happens, as an {@link org.trapline.sim.event.EventFingerprint} does.
 * {@link org.trapline.sim.event.Time} is the only place that converts times.
 *
 * <p>
 * In steady state nothing is allocated. Two kernels share nothing.
 */
package org.trapline.sim.event;
