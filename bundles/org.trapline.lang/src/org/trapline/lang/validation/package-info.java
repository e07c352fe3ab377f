// SPDX-License-Identifier: EPL-2.0
/**
 * Checks of a model beyond syntax and names. {@code TraplineValidator} lists the parts, one for each subject; {@code ProblemCodes} are the kinds of
 * problem with their explanations. A check takes time in proportion to the text.
 */
package org.trapline.lang.validation;
