// SPDX-License-Identifier: EPL-2.0
/** Texts about elements and words, as Markdown: for hovers, proposals and signature help. */
package org.trapline.lang.ide.text;
