// SPDX-License-Identifier: EPL-2.0
/**
 * Chance, under control: a {@link org.trapline.sim.random.RandomStream} is a source of random numbers with a name, which gives the
 * same numbers whatever else a run does; a {@link org.trapline.sim.random.Distribution} makes times of them.
 */
package org.trapline.sim.random;
