// SPDX-License-Identifier: EPL-2.0
/** The Catalog view: what is installed, with its documentation, and putting it into the open file. */
package org.trapline.ui.catalog;
