// SPDX-License-Identifier: EPL-2.0
/** New &gt; Trapline files: each kind from a template that has no errors. */
package org.trapline.ui.wizards;
