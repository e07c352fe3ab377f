// SPDX-License-Identifier: EPL-2.0
/**
 * What contributions implement: CPU models and mechanisms, and what they answer with.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.spi;
