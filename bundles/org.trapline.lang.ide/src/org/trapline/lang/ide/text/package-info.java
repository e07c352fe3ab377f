// SPDX-License-Identifier: EPL-2.0
/** What the server says of things in a text, as Markdown: when the mouse rests on them, beside proposals, and for parameters. */
package org.trapline.lang.ide.text;
