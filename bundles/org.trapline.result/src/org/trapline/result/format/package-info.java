// SPDX-License-Identifier: EPL-2.0
/**
 * Results as text: tables for people, CSV, JSON and LaTeX; and readers of these formats.
 */
package org.trapline.result.format;
