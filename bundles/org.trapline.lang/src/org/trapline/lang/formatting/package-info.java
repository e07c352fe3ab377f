// SPDX-License-Identifier: EPL-2.0
/**
 * The formatting of texts. Line breaks are the author's choice; indentation, spaces, blank lines and columns follow from the
 * grammar ({@code Breaks}, {@code Indents}, {@code Columns}). A text without layout, such as one generated from a model, gets line
 * breaks too. Nothing here depends on kinds of elements by name: a new kind is formatted like the others.
 */
package org.trapline.lang.formatting;
