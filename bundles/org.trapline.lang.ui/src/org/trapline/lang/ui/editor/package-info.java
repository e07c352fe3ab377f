// SPDX-License-Identifier: EPL-2.0
/**
 * What the language server knows, in the workbench's editor. All questions are asked off the UI thread.
 *
 * <table>
 * <caption>The map</caption>
 * <tr><td>{@code Follower}, {@code Answers}</td><td>answers that follow a text, and those that somebody waits for</td></tr>
 * <tr><td>{@code SemanticColours}, {@code Folding}, {@code Occurrences}, {@code Lenses}</td><td>what is shown in the text</td></tr>
 * <tr><td>{@code Proposal}, {@code Snippet}, {@code Markdown}</td><td>content assist, and the texts about what is there</td></tr>
 * <tr><td>{@code DefinitionLinks}, {@code Places}</td><td>from a name to what it means, in the libraries of plug-ins too</td></tr>
 * <tr><td>{@code ReferenceSearch}, {@code ReferencePage}</td><td>from an element to all that names it</td></tr>
 * <tr><td>{@code Edits} and the handlers</td><td>rename, format and quick fixes: changes of texts, each one step to undo</td></tr>
 * </table>
 */
package org.trapline.lang.ui.editor;
