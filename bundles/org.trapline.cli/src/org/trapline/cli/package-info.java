// SPDX-License-Identifier: EPL-2.0
/** The command line: {@code trapline run}, {@code trapline export}, {@code trapline check}, {@code trapline explain}, {@code trapline validate}, {@code trapline calibration}. */
package org.trapline.cli;
