// SPDX-License-Identifier: EPL-2.0
/**
 * How texts of the language are laid out. Where a line breaks is its author's choice; indentation, spaces, blank lines and
 * columns follow from the grammar ({@code Breaks}, {@code Indents}, {@code Columns}). A text that was never laid out, as one made from
 * a model, gets line breaks too. Nothing here knows a kind of element by name: a new one is laid out like the others.
 */
package org.trapline.lang.formatting;
