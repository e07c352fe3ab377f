// SPDX-License-Identifier: EPL-2.0
/** Help &gt; Trapline: the reference pages, made from what is installed. */
package org.trapline.ui.help;
