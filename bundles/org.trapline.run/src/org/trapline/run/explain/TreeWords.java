// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/** The words for nodes of a tree of traps. */
final class TreeWords {

	/** The words for operations that do not trap. */
	private enum Untrapped {
		NATIVE, MEMORY, REDIRECTED
	}

	private TreeWords() {
	}

	static String who(TrapTree node) {
		return "L" + node.level() + " " + node.hypervisor().orElse("guest");
	}

	/** The work of a node, without the register. */
	static String verb(TrapTree node) {
		return node.what() instanceof What.Performs(RegisterAccess(var register, var direction), Disposition disposition)
				? direction.name().toLowerCase(Locale.ROOT)
				: node.label();
	}

	/** A fold in words. */
	static String text(Fold fold) {
		return fold.untrapped() && fold.nodes().size() > 1 ? counted(fold.nodes()) : text(fold.nodes());
	}

	/** Equal nodes in words. */
	static String text(List<TrapTree> equal) {
		TrapTree node = equal.get(0);
		String times = equal.size() > 1 ? " x" + equal.size() : "";
		return switch (node.what()) {
		case What.Round round -> who(node) + ": " + node.label();
		case What.Meanwhile meanwhile -> node.label() + ", done before the one that signalled goes on";
		case What.UntilSignal until -> "up to the signal to another vCPU, beside which the rest is done";
		case What.Handles handles -> who(node) + " " + node.label();
		case What.Forwards forwards -> who(node) + " " + node.label();
		case What.Runs runs ->
			runs.routine().name().toLowerCase(Locale.ROOT) + (runs.title().isEmpty() ? " (untitled step)" : " \"" + runs.title() + "\"");
		case What.Spends spends -> "L" + node.level() + " spends " + node.label() + times;
		case What.Performs(RegisterAccess access, Disposition disposition) when equal.size() > 1 ->
			"L" + node.level() + " " + verb(node) + times + fate(node, disposition);
		case What.Performs(Operation operation, Disposition disposition) ->
			"L" + node.level() + " " + node.label() + times + fate(node, disposition) + signal(node, operation);
		};
	}

	/** The registers that are accessed, each with what traps in place of the access, if anything does; none where the operation is no access. */
	static List<String> registers(List<TrapTree> accesses) {
		List<String> names = new ArrayList<>();
		for (TrapTree each : accesses) {
			if (each.what() instanceof What.Performs(RegisterAccess access, Disposition disposition)) {
				names.add(each.label().substring(verb(each).length() + 1));
			}
		}
		return names;
	}

	private static String fate(TrapTree node, Disposition disposition) {
		return switch (disposition) {
		case Disposition.Native() -> " -> native";
		case Disposition.Deferred deferred -> " -> memory";
		case Disposition.Redirect(var target) -> " -> " + target.name();
		case Disposition.Trap trap -> (node.trap().isPresent() ? " -> traps, L" : " -> no exit, L") + node.handler().orElseThrow() + " handles it";
		};
	}

	/** Only L0 signals; above it an operation only requests that. */
	private static String signal(TrapTree node, Operation operation) {
		return node.level() == 0 && operation instanceof Instruction instruction
				? instruction.signal().map(signal -> ", signals another vCPU: " + signal.operation().label()).orElse("")
				: "";
	}

	private static String counted(List<TrapTree> untrapped) {
		Map<Untrapped, Integer> counts = new EnumMap<>(Untrapped.class);
		boolean accesses = true;
		for (TrapTree each : untrapped) {
			if (each.what() instanceof What.Performs(Operation operation, Disposition disposition)) {
				counts.merge(kind(disposition), 1, Integer::sum);
				accesses &= operation instanceof RegisterAccess;
			}
		}
		String noun = accesses ? "access" : "operation";
		String plural = accesses ? "accesses" : "operations";
		List<String> words = new ArrayList<>();
		counts.forEach((kind, count) -> {
			String what = count == 1 ? noun : plural;
			words.add(switch (kind) {
			case NATIVE -> count + " native " + what;
			case MEMORY -> count + " " + what + " to memory";
			case REDIRECTED -> count + " redirected " + what;
			});
		});
		return "L" + untrapped.get(0).level() + " " + String.join(", ", words);
	}

	private static Untrapped kind(Disposition disposition) {
		return switch (disposition) {
		case Disposition.Native() -> Untrapped.NATIVE;
		case Disposition.Deferred deferred -> Untrapped.MEMORY;
		case Disposition.Redirect redirect -> Untrapped.REDIRECTED;
		case Disposition.Trap trap -> throw new IllegalArgumentException("a trap");
		};
	}
}
