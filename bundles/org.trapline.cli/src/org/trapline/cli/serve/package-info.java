// SPDX-License-Identifier: EPL-2.0
/**
 * The server of {@code trapline serve}: studies for notebooks and other tools, by JSON-RPC 2.0.
 */
package org.trapline.cli.serve;
