// SPDX-License-Identifier: EPL-2.0
/**
 * Documentation of texts of the language: comments of their authors ({@link org.trapline.lang.documentation.Comments}), and the
 * metamodel's documentation of keywords and elements ({@link org.trapline.lang.documentation.Vocabulary}).
 */
package org.trapline.lang.documentation;
