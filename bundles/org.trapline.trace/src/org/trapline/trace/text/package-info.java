// SPDX-License-Identifier: EPL-2.0
/**
 * Text as bytes: opening and unpacking files, lines, numbers, names by number. Nothing is allocated per line.
 */
package org.trapline.trace.text;
