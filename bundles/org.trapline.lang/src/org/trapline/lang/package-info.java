// SPDX-License-Identifier: EPL-2.0
/**
 * The Trapline language: the grammar ({@code Trapline.xtext}), name resolution ({@code .scoping}), checks ({@code .validation}),
 * and inheritance of elements ({@link org.trapline.lang.Inheritance}).
 */
package org.trapline.lang;
