// SPDX-License-Identifier: EPL-2.0
/**
 * Random numbers: a {@link org.trapline.sim.random.RandomStream} is a source of random numbers with a name, which does not depend
 * on the rest of a run; a {@link org.trapline.sim.random.Distribution} draws times from them.
 */
package org.trapline.sim.random;
