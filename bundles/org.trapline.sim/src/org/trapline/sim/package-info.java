// SPDX-License-Identifier: EPL-2.0
/**
 * The simulation engine. Plain Java: no OSGi, EMF or UI type occurs here, and two simulations share no state.
 */
package org.trapline.sim;
