// SPDX-License-Identifier: EPL-2.0
/** What views show in turn: a hint what to do as long as there is nothing, and then what there is. */
package org.trapline.ui.pages;
