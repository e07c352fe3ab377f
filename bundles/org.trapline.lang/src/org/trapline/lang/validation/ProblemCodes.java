// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

/** Stable names of the kinds of problem that validation finds. */
public final class ProblemCodes {

	/** An import of a library that no plug-in has, or of a file that does not exist. */
	public static final String UNKNOWN_IMPORT = "unknown-import";
	/** Two things of one kind with one name. */
	public static final String DUPLICATE_NAME = "duplicate-name";
	/** An element that extends itself. */
	public static final String CYCLE = "extends-itself";
	/** An implementation that no plug-in contributes. */
	public static final String UNKNOWN_IMPLEMENTATION = "unknown-implementation";
	/** A redirected register without a target, or a target without redirection. */
	public static final String REDIRECTION = "redirection";
	/** Two rules for one thing under the same controls. */
	public static final String CONTRADICTION = "contradiction";
	/** An exit code that the architecture does not have. */
	public static final String UNKNOWN_EXIT = "unknown-exit";
	/** A mechanism without another one that it needs. */
	public static final String MECHANISM_NEEDS = "mechanism-needs";
	/** Two mechanisms that do not go together. */
	public static final String MECHANISM_EXCLUDES = "mechanism-excludes";
	/** A mechanism that a level does not pass on. */
	public static final String NOT_PASSED_ON = "not-passed-on";
	/** A device that is not there, or is assigned too often. */
	public static final String DEVICE = "device";
	/** Hardware threads that are not there, or given away twice. */
	public static final String THREADS = "threads";
	/** A stack that cannot be moved. */
	public static final String MIGRATION = "migration";
	/** A metric that no workload has. */
	public static final String MEASURE = "measure";
	/** A unit that does not measure what it is given for. */
	public static final String UNIT = "unit";
	/** A change of an inherited routine that does not fit it. */
	public static final String REFINEMENT = "refinement";
	/** A number that does not say where it comes from. */
	public static final String PROVENANCE = "provenance";
	/** A number that the thing it is for does not take. */
	public static final String OUT_OF_BOUNDS = "out-of-bounds";
	/** A hypervisor on a CPU that cannot run it. */
	public static final String CPU_LACKS = "cpu-lacks";
	/** A mechanism on a CPU that cannot take it. */
	public static final String MECHANISM_CPU = "mechanism-cpu";
	/** An element that lacks a part. */
	public static final String INCOMPLETE = "incomplete";
	/** Levels that skip, repeat, or do not end below the guest. */
	public static final String LEVELS = "levels";
	/** A cost that a stack spends and nothing gives a value to. */
	public static final String COST_WITHOUT_VALUE = "cost-without-value";
	/** A comparison that compares nothing, or twice. */
	public static final String REFERENCE = "reference";

	/** A tolerance that judges nothing, is declared twice, does not fit its metric, or does not say why. */
	public static final String TOLERANCE = "tolerance";

	private ProblemCodes() {
	}
}
