// SPDX-License-Identifier: EPL-2.0
/** The command line: a class for each command of {@code trapline} that needs the engine or the language. */
package org.trapline.cli;
