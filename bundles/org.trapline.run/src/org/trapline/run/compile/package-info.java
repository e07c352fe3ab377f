// SPDX-License-Identifier: EPL-2.0
/**
 * Turns models of the language into what the engine runs.
 */
package org.trapline.run.compile;
