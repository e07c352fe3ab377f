// SPDX-License-Identifier: EPL-2.0
/**
 * What every picture shares, whatever it shows: the {@link org.trapline.chart.picture.Picture} that can be drawn at any size, its parts that
 * mean something, colours, pixels, and the one font. With that font texts are equally wide on every machine and in every format;
 * otherwise the three files of one chart would differ.
 */
package org.trapline.chart.picture;
