// SPDX-License-Identifier: EPL-2.0
/**
 * What makes a model right beyond its syntax and its names. {@code TraplineValidator} names the parts, one for each subject; {@code ProblemCodes} are the kinds of
 * problem with their explanations. A check takes time in proportion to the text.
 */
package org.trapline.lang.validation;
