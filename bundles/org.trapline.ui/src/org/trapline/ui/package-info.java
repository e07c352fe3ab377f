// SPDX-License-Identifier: EPL-2.0
/**
 * Trapline's workbench.
 *
 * <table>
 * <caption>The map</caption>
 * <tr><td>{@code org.trapline.ui}</td><td>perspective, ids, what the other packages share</td></tr>
 * <tr><td>{@code org.trapline.ui.run}</td><td>running a study, by the platform's launching, and the runs of the workspace</td></tr>
 * <tr><td>{@code org.trapline.ui.runs}</td><td>the Runs view: the history of runs</td></tr>
 * <tr><td>{@code org.trapline.ui.compare}</td><td>the Compare view: results of runs as charts and numbers</td></tr>
 * <tr><td>{@code org.trapline.ui.flow}</td><td>the Trap Flow view: one operation, trap by trap</td></tr>
 * <tr><td>{@code org.trapline.ui.stack}</td><td>the Stack view: the machine, its levels, and ways through them</td></tr>
 * <tr><td>{@code org.trapline.ui.pages}</td><td>what views show in turn: a hint, then what there is</td></tr>
 * <tr><td>{@code org.trapline.ui.picture}</td><td>a canvas for pictures, and what goes with it</td></tr>
 * <tr><td>{@code org.trapline.ui.study}</td><td>the study in the editor, and the way to places in texts</td></tr>
 * <tr><td>{@code org.trapline.ui.export}</td><td>the export wizard</td></tr>
 * <tr><td>{@code org.trapline.ui.validation}</td><td>the Validation view: published values beside simulated ones</td></tr>
 * <tr><td>{@code org.trapline.ui.catalog}</td><td>the Catalog view: what is installed</td></tr>
 * <tr><td>{@code org.trapline.ui.properties}</td><td>properties of the element at the caret</td></tr>
 * <tr><td>{@code org.trapline.ui.preferences}</td><td>what the user prefers</td></tr>
 * <tr><td>{@code org.trapline.ui.help}</td><td>reference pages</td></tr>
 * <tr><td>{@code org.trapline.ui.wizards}</td><td>files that one begins with</td></tr>
 * <tr><td>{@code org.trapline.ui.examples}</td><td>projects made from the shipped studies</td></tr>
 * <tr><td>{@code org.trapline.ui.welcome}</td><td>the welcome page, and the guide for a first study</td></tr>
 * </table>
 */
package org.trapline.ui;
