// SPDX-License-Identifier: EPL-2.0
/**
 * Results as they come: what is known of them before a run, and who takes rows one after the other.
 */
package org.trapline.result.stream;
