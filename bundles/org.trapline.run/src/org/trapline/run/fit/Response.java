// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

/** The simulated value of a cell as a function of what is varied. */
interface Response {

	/** The value, in the unit of the cell's metric. */
	double value(double[] x);

	/** The derivatives by everything that is varied. */
	double[] gradient(double[] x);

	/** Whether value and derivatives are exact: those of simulated clients depend on their random numbers. */
	boolean exact();
}
