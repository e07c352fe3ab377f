// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.Inheritance;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.Hypervisor;
import org.trapline.model.Level;
import org.trapline.model.Stack;

/** Quick fixes for gaps between levels: another number, or the missing levels, with the hypervisor next to them. */
final class LevelFixes implements FixProvider {

	private static final Pattern SKIPS = Pattern.compile("has L(\\d+) where L(\\d+) belongs");
	private static final Pattern GUEST = Pattern.compile("runs at L(\\d+), .* not at L(\\d+)");

	@Override
	public List<Fix> fixes(Problem problem) {
		Stack stack = problem.element().map(element -> EcoreUtil2.getContainerOfType(element, Stack.class)).orElse(null);
		if (!problem.code().equals(ProblemCodes.LEVELS) || stack == null) {
			return List.of();
		}
		List<Fix> fixes = new ArrayList<>();
		Matcher skips = SKIPS.matcher(problem.message());
		if (skips.find() && problem.text().equals("L" + skips.group(1))) {
			fixes.add(Fix.replace("Change to 'L" + skips.group(2) + "'", problem.document(), problem.start(), problem.end(), "L" + skips.group(2)));
			stack.getLevels().stream().filter(level -> problem.text().equals(level.getName())).findFirst()
					.flatMap(level -> missing(Integer.parseInt(skips.group(2)), Integer.parseInt(skips.group(1)), level.getHypervisor()))
					.ifPresent(levels -> fixes.add(Fix.replace("Add '" + levels + "'", problem.document(), problem.start(), problem.start(), levels + " ")));
		}
		Matcher guest = GUEST.matcher(problem.message());
		if (guest.find() && !stack.getLevels().isEmpty()) {
			Level last = stack.getLevels().getLast();
			Optional<Hypervisor> hypervisor = Inheritance.hypervisors(stack).values().stream().reduce((a, b) -> b);
			int end = NodeModelUtils.findActualNodeFor(last).getEndOffset();
			hypervisor.flatMap(each -> missing(Integer.parseInt(guest.group(1)), Integer.parseInt(guest.group(2)), each))
					.ifPresent(levels -> fixes.add(Fix.replace("Add '" + levels + "'", problem.document(), end, end, " " + levels)));
			if (stack.getGuest() == null) {
				// The guest is inherited: it has to be overridden, which the message's own remedy does.
				fixes.add(Fix.replace("Add 'guest L" + guest.group(1) + "'", problem.document(), end, end, " guest L" + guest.group(1)));
			}
		}
		return fixes;
	}

	private static Optional<String> missing(int from, int to, Hypervisor hypervisor) {
		if (hypervisor == null || hypervisor.getName() == null || to <= from || to - from > 8) {
			return Optional.empty();
		}
		return Optional.of(IntStream.range(from, to).mapToObj(number -> "L" + number + " " + hypervisor.getName()).collect(Collectors.joining(" ")));
	}
}
