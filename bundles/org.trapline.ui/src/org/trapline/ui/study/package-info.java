// SPDX-License-Identifier: EPL-2.0
/** The study that the user works on: the one in the active editor, as it is in the editor; and the way to places in texts. */
package org.trapline.ui.study;
