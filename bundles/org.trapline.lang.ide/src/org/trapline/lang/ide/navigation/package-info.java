// SPDX-License-Identifier: EPL-2.0
/** Navigation: definitions, references, renaming, occurrences, and the outline of a text. */
package org.trapline.lang.ide.navigation;
