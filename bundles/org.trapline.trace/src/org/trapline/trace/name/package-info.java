// SPDX-License-Identifier: EPL-2.0
/**
 * Names of exit reasons and registers, in one spelling per architecture.
 */
package org.trapline.trace.name;
