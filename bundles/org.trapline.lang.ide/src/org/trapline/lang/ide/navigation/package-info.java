// SPDX-License-Identifier: EPL-2.0
/** From names to what they mean and back: definitions, references, renaming, occurrences, and the outline of a text. */
package org.trapline.lang.ide.navigation;
