// SPDX-License-Identifier: EPL-2.0
/** The Stack view: the machine and the levels of the study in the editor, and the ways that operations take through them. */
package org.trapline.ui.stack;
