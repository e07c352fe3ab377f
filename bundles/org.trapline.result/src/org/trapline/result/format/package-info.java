// SPDX-License-Identifier: EPL-2.0
/**
 * Results as text: tables for people, CSV, JSON and LaTeX, and the reading of what was written.
 */
package org.trapline.result.format;
