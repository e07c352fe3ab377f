// SPDX-License-Identifier: EPL-2.0
/**
 * The editor of the Trapline language: the platform's generic editor, fed by the Xtext language server inside this process.
 *
 * <table>
 * <caption>The map</caption>
 * <tr><td>{@link org.trapline.lang.ui.LanguageService}</td><td>the workbench's one connection to the language server</td></tr>
 * <tr><td>{@code org.trapline.lang.ui.server}</td><td>that connection: the server in this process, texts, files and markers</td></tr>
 * <tr><td>{@link org.trapline.lang.ui.Renaming}</td><td>another name for an element, asked for in a {@link org.trapline.lang.ui.NameDialog}</td></tr>
 * <tr><td>{@code TraplinePresentation}, {@code CodeScanner}, {@code Partitions}</td><td>syntax colouring, without the server</td></tr>
 * <tr><td>{@code TraplineCompletion}, {@code TraplineHover}</td><td>answers of the server in the editor</td></tr>
 * </table>
 */
package org.trapline.lang.ui;
