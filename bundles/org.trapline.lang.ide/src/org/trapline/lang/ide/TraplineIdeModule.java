// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

/** The parts of the language that only editors need. */
public class TraplineIdeModule extends AbstractTraplineIdeModule {
}
