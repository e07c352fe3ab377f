// SPDX-License-Identifier: EPL-2.0
/**
 * Error recovery of the generated parser ({@code Resynchronizer}), and its messages
 * ({@link org.trapline.lang.parser.SyntaxMessages}). An error affects only the wrong words, never the rest of the text.
 */
package org.trapline.lang.parser;
