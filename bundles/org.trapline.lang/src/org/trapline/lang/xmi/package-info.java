// SPDX-License-Identifier: EPL-2.0
/**
 * Models as XMI, for tools that read EMF models: {@link org.trapline.lang.xmi.ModelConversion} writes a text as XMI and the other way round.
 * <p>
 * {@link org.trapline.lang.xmi.ModelConversion#FORMAT} describes the format ({@code Merge} keeps the text, {@code ElementIds} are the references).
 */
package org.trapline.lang.xmi;
