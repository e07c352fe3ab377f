// SPDX-License-Identifier: EPL-2.0
/**
 * Quick fixes. Messages end with a remedy, which an editor can apply ({@code WaysOut}): a new message with one of the fixed phrases
 * has its quick fixes without code here. Fixes that depend on other files have classes of their own. {@code QuickFixes} lists all
 * providers.
 */
package org.trapline.lang.ide.fixes;
