// SPDX-License-Identifier: EPL-2.0
/**
 * Compiles models of the language to the objects that the engine runs.
 */
package org.trapline.run.compile;
