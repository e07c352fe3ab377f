// SPDX-License-Identifier: EPL-2.0
/**
 * Levels rebuilt from the host's trace, and all that is counted of exits.
 */
package org.trapline.trace.level;
