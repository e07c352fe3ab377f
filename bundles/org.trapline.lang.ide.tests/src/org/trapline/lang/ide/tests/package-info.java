// SPDX-License-Identifier: EPL-2.0
/** The language server as its clients see it: driven through the protocol, as text over pipes. */
package org.trapline.lang.ide.tests;
