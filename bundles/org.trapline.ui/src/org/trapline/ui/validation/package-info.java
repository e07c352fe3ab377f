// SPDX-License-Identifier: EPL-2.0
/** The Validation view: what reproduction studies simulate beside what was published, cell by cell. */
package org.trapline.ui.validation;
