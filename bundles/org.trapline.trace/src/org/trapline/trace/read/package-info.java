// SPDX-License-Identifier: EPL-2.0
/**
 * What reading can be asked for, and what it tells while it goes on.
 */
package org.trapline.trace.read;
