// SPDX-License-Identifier: EPL-2.0
/**
 * QEMU's log of exceptions.
 */
package org.trapline.trace.qemu;
