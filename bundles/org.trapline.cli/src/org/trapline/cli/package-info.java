// SPDX-License-Identifier: EPL-2.0
/** The command line: {@code trapline run}, {@code trapline check}. */
package org.trapline.cli;
