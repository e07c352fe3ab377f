// SPDX-License-Identifier: EPL-2.0
/**
 * The language server itself: the implementation of the protocol ({@code TraplineServer}), the files that it knows ({@code StudyWorkspace},
 * {@code TextDocument}), and the libraries of plug-ins as files that editors can open ({@code LibraryFiles}).
 */
package org.trapline.lang.ide.server;
