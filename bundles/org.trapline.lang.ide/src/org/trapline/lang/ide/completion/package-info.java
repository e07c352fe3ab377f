// SPDX-License-Identifier: EPL-2.0
/** Content assist: visible names, words of the grammar, contributions of plug-ins, and drafts of whole elements. */
package org.trapline.lang.ide.completion;
