// SPDX-License-Identifier: EPL-2.0
/**
 * Listings of what is installed, for people and tools.
 */
package org.trapline.run.catalog;
