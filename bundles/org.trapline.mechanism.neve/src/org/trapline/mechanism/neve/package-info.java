// SPDX-License-Identifier: EPL-2.0
/** NEVE (SOSP 2017): how it refines what traps. Which register gets which treatment is text: {@code models/neve.trapline}. */
package org.trapline.mechanism.neve;
