// SPDX-License-Identifier: EPL-2.0
/**
 * The interfaces that contributions implement: CPU models and mechanisms, with their specifications and results.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.spi;
