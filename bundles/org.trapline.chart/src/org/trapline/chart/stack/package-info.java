// SPDX-License-Identifier: EPL-2.0
/**
 * The picture of a stack: the machine, the levels on it, and the ways of operations through them. {@code StackLayout} asks the Eclipse
 * Layout Kernel where everything goes; {@link org.trapline.chart.stack.StackPicture} draws it. Headless, as all pictures.
 */
package org.trapline.chart.stack;
