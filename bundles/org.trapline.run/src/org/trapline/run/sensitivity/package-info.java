// SPDX-License-Identifier: EPL-2.0
/**
 * What results depend on: derivatives, what the intervals of costs make of values one by one, and Sobol indices.
 */
package org.trapline.run.sensitivity;
