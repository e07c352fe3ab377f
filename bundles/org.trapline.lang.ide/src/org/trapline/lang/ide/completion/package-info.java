// SPDX-License-Identifier: EPL-2.0
/** What may stand at a place in a text: names in scope, words of the grammar, what plug-ins declare, and drafts of whole elements. */
package org.trapline.lang.ide.completion;
