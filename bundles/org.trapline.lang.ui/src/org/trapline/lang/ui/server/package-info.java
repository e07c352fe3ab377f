// SPDX-License-Identifier: EPL-2.0
/**
 * The language server inside the workbench's process, and what it is told of.
 *
 * <table>
 * <caption>The map</caption>
 * <tr><td>{@code ServerConnection}</td><td>the server, its thread, and questions to it</td></tr>
 * <tr><td>{@code WorkspaceWatch}, {@code BufferWatch}</td><td>tell the server of projects and files, and of texts in editors</td></tr>
 * <tr><td>{@code OpenDocument}</td><td>a document in an editor, kept in step with the server</td></tr>
 * <tr><td>{@code WorkbenchClient}, {@code ServerLog}</td><td>what the server tells by itself, and what its libraries log</td></tr>
 * <tr><td>{@link org.trapline.lang.ui.server.ProblemMarkers}</td><td>the server's diagnostics as markers on files</td></tr>
 * <tr><td>{@code WorkbenchCommands}</td><td>what code lenses do in the workbench</td></tr>
 * </table>
 */
package org.trapline.lang.ui.server;
