// SPDX-License-Identifier: EPL-2.0
/** Versions of the language: which one a text is written in, words that have been renamed, and how a text is brought up to date. */
package org.trapline.lang.versions;
