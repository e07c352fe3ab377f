// SPDX-License-Identifier: EPL-2.0
/**
 * Direct virtual hardware (DVH, ASPLOS 2020): virtual timers, IPIs and idle that L0 offers to nested virtual machines, past the hypervisors
 * between. What it comes to is text: {@code models/dvh.trapline}.
 */
package org.trapline.mechanism.dvh;
