// SPDX-License-Identifier: EPL-2.0
/** Versions of the language: the version of a text, renamed keywords, and the upgrade of a text. */
package org.trapline.lang.versions;
