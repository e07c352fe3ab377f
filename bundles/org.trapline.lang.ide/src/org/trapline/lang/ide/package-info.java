// SPDX-License-Identifier: EPL-2.0
/** The language server: the services of the Trapline language for editors, over the Language Server Protocol or in-process. */
package org.trapline.lang.ide;
