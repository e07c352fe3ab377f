// SPDX-License-Identifier: EPL-2.0
/**
 * Reads exit traces of real KVM machines: {@link org.trapline.trace.TraceReader}. Plain Java: no OSGi, EMF or UI type occurs here.
 */
package org.trapline.trace;
