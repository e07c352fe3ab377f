// SPDX-License-Identifier: EPL-2.0
/**
 * What the generated parser does with a text that is wrong: where it goes on ({@code Resynchronizer}), and in which words it
 * says so ({@link org.trapline.lang.parser.SyntaxMessages}). One error costs the words that are wrong, never the rest of the text.
 */
package org.trapline.lang.parser;
