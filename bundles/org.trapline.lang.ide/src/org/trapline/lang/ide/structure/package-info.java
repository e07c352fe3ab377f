// SPDX-License-Identifier: EPL-2.0
/** What editors draw over a text: colours by meaning, regions to fold, and lenses with commands. */
package org.trapline.lang.ide.structure;
