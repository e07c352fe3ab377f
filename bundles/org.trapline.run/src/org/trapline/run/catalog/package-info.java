// SPDX-License-Identifier: EPL-2.0
/**
 * What is installed, as a listing for people and tools.
 */
package org.trapline.run.catalog;
