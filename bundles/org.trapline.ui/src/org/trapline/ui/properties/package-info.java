// SPDX-License-Identifier: EPL-2.0
/** Properties of the open file's elements: its EMF model, by EMF.Edit's reflective item providers behind small JFace adapters. */
package org.trapline.ui.properties;
