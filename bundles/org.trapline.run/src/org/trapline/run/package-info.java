// SPDX-License-Identifier: EPL-2.0
/**
 * From a study to its results: {@link org.trapline.run.Studies} loads and checks a file in the Trapline language,
 * compiles its stacks for the engine, runs its experiments and compares them with published values;
 * {@link org.trapline.result.format.ResultFormat} writes them down. No user interface.
 */
package org.trapline.run;
