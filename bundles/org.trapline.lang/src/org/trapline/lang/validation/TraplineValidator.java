// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import org.eclipse.xtext.validation.ComposedChecks;
import org.trapline.lang.validation.stack.DeviceValidator;
import org.trapline.lang.validation.stack.MechanismValidator;
import org.trapline.lang.validation.stack.StackCpuValidator;
import org.trapline.lang.validation.stack.StackValidator;

/**
 * Checks of a model beyond syntax and names. Each message names the element and a remedy; the codes are in {@link ProblemCodes}.
 * The checks are in parts, one for each subject.
 */
@ComposedChecks(validators = { NameValidator.class, ImplementationValidator.class, TreatmentValidator.class, CostValidator.class,
		HypervisorValidator.class, PlatformValidator.class, StackValidator.class, StackCpuValidator.class, MechanismValidator.class, DeviceValidator.class,
		ExperimentValidator.class, ToleranceValidator.class, WorkloadValidator.class, PlanValidator.class, MetricValidator.class,
		VersionValidator.class, IntervalValidator.class, OriginValidator.class, ChartValidator.class })
public class TraplineValidator extends AbstractTraplineValidator {
}
