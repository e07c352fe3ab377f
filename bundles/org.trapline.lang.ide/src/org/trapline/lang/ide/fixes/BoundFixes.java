// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trapline.lang.validation.ProblemCodes;

/** Replaces numbers that are out of bounds by the nearest bound, and cycles that are not whole by whole ones. */
final class BoundFixes implements FixProvider {

	private static final Pattern BOTH = Pattern.compile("takes (\\d+) to (\\d+) ");
	private static final Pattern LEAST = Pattern.compile("takes at least (\\d+) ");
	private static final Pattern MOST = Pattern.compile("takes at most (\\d+) |beyond (\\d+), the most");
	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

	@Override
	public List<Fix> fixes(Problem problem) {
		if (!problem.code().equals(ProblemCodes.OUT_OF_BOUNDS) || !NUMBER.matcher(problem.text()).matches()) {
			return List.of();
		}
		BigDecimal number = new BigDecimal(problem.text());
		List<Fix> fixes = new ArrayList<>();
		Matcher both = BOTH.matcher(problem.message());
		Matcher least = LEAST.matcher(problem.message());
		Matcher most = MOST.matcher(problem.message());
		if (both.find()) {
			fixes.add(change(problem, number.compareTo(new BigDecimal(both.group(1))) < 0 ? both.group(1) : both.group(2)));
		} else if (least.find()) {
			fixes.add(change(problem, least.group(1)));
		} else if (most.find()) {
			fixes.add(change(problem, most.group(1) == null ? most.group(2) : most.group(1)));
		} else if (problem.message().startsWith("cycles are whole")) {
			fixes.add(change(problem, number.setScale(0, RoundingMode.HALF_UP).toPlainString()));
		}
		return fixes;
	}

	private static Fix change(Problem problem, String number) {
		return Fix.replace("Change to " + number, problem.document(), problem.start(), problem.end(), number);
	}
}
