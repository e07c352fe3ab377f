// SPDX-License-Identifier: EPL-2.0
/**
 * What there is to say about texts of the language: comments of their authors ({@link org.trapline.lang.documentation.Comments}),
 * and what the metamodel says of keywords and elements ({@link org.trapline.lang.documentation.Vocabulary}).
 */
package org.trapline.lang.documentation;
