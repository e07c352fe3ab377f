// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of the real workbench, started by the UI harness. They run on a thread of their own, as a user would act: they ask the UI
 * thread to do one thing after another ({@code Ui}), and wait for what shall come of it with a deadline. {@code FreshWorkbench} puts every
 * test before the same window. Nothing is replaced by a mock.
 */
package org.trapline.ui.tests;
