// SPDX-License-Identifier: EPL-2.0
/**
 * Models as XMI, for tools that read EMF models: {@link org.trapline.lang.xmi.ModelConversion} writes a text as XMI and the other way round.
 * <p>
 * The XMI has the model, and the lines of the text that it was read from, so that comments and layout are not lost: an unchanged model
 * becomes the same text, byte for byte, and a changed one the same but for the changes ({@code Merge}). References are names, not places
 * ({@code ElementIds}): {@code Cpu.arm.v8_0} in the same file, {@code beside.trapline#Stack.Vm} in another one, and
 * {@code trapline:org.trapline.cpu.arm/arm#Control.TVM} in a library of a plug-in.
 */
package org.trapline.lang.xmi;
