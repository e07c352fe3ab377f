// SPDX-License-Identifier: EPL-2.0
/**
 * Traces of real machines in the terms of runs: written with the columns of a run's exits, kept as a published table, and held against the sequence of
 * exits that a model has.
 */
package org.trapline.run.trace;
