// SPDX-License-Identifier: EPL-2.0
/** The command line: {@code trapline run}, {@code trapline check}, {@code trapline explain}. */
package org.trapline.cli;
