// SPDX-License-Identifier: EPL-2.0
/**
 * The help. {@code HelpPages} makes its topics from the sources of the reference pages, the command line's usage, the guide and the workbench's registries;
 * {@code HelpContents} finds topics and words in them; {@code HelpReader} shows them, as {@code MarkdownText} reads Markdown, in the
 * {@code HelpView} or, beside a dialog, in the {@code HelpTray}; {@code WorkbenchHelp} answers F1 and the platform's help commands, {@link org.trapline.ui.help.TopicOf}
 * says which topic a page of a dialog has. {@code InstalledHelp} keeps what is made. {@code ReferenceHandler} shows a whole {@code ReferencePage} as the command line prints it.
 */
package org.trapline.ui.help;
