// SPDX-License-Identifier: EPL-2.0
/**
 * The Trapline language: the grammar ({@code Trapline.xtext}), what names mean ({@code .scoping}), what is right
 * ({@code .validation}), and what elements inherit ({@link org.trapline.lang.Inheritance}).
 */
package org.trapline.lang;
