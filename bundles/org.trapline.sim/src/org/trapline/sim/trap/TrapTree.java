// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapNode.Part;

/**
 * The explanation of an operation's traps and cycles: a node of the tree of traps, of the hypervisors' work for them, and of the
 * traps of that work in turn. The tree is exponential in the depth of the stack; the graph behind it is not. So a node's children
 * are created on demand, and equal nodes have equal trees below them: code that remembers the nodes that it has seen can process
 * every tree.
 *
 * <p>
 * A node's traps are its own and those of its children, and its cycles are those of its children, if it has any. There are
 * two exceptions, {@link What.UntilSignal} and {@link What.Meanwhile}.
 *
 * <p>
 * Immutable.
 *
 * @since 0.2.0
 */
public final class TrapTree {

	/** What is done at a node. */
	public sealed interface What {

		/** For output, without the level that does it. */
		String label();

		/** One round of the guest's workload, in steady state. The children are its operations. */
		record Round(List<Operation> workload) implements What {
			public Round {
				workload = List.copyOf(workload);
			}

			@Override
			public String label() {
				return String.join(", ", workload.stream().map(Operation::label).toList());
			}
		}

		/**
		 * A vCPU does the operation that is the only child, which signals another vCPU. Only cycles up to the signal count here;
		 * those after it are spent while the other vCPU runs.
		 */
		record UntilSignal(Signal signal) implements What {
			public UntilSignal {
				Objects.requireNonNull(signal);
			}

			@Override
			public String label() {
				return "signals another vCPU: " + signal.operation().label();
			}
		}

		/**
		 * Software performs an operation. If it traps, the children are the hardware's part, the work of the hypervisors that
		 * forward it, from L0 up, and the work of the one that handles it; otherwise there are none.
		 */
		record Performs(Operation operation, Disposition disposition) implements What {
			public Performs {
				Objects.requireNonNull(operation);
				Objects.requireNonNull(disposition);
			}

			/** As {@code read HCR_EL2}; where another instruction traps in its place, as {@code read HCR_EL2 as hvc #0x27e0}. */
			@Override
			public String label() {
				return operation.label() + (disposition instanceof Disposition.Trap trap ? trap.standIn().map(each -> " as " + each).orElse("") : "");
			}
		}

		/** A hypervisor forwards an exit to its guest hypervisor. The children are its steps. */
		record Forwards(ExitReason reason) implements What {
			public Forwards {
				Objects.requireNonNull(reason);
			}

			@Override
			public String label() {
				return "forwards " + reason.label();
			}
		}

		/** A hypervisor handles an exit. The children are its steps. */
		record Handles(ExitReason reason) implements What {
			public Handles {
				Objects.requireNonNull(reason);
			}

			@Override
			public String label() {
				return "handles " + reason.label();
			}
		}

		/** A hypervisor runs a step of one of its routines. The children are its operations and its work. */
		record Runs(Routine routine, Step step) implements What {
			public Runs {
				Objects.requireNonNull(routine);
				Objects.requireNonNull(step);
			}

			/** The title of the step; may be empty. */
			public String title() {
				return step.title();
			}

			@Override
			public String label() {
				return step.title();
			}
		}

		/**
		 * Another vCPU, signalled by the operation before, performs the children, and is done before the one that signalled continues: its cycles do
		 * not count.
		 */
		record Meanwhile(Signal signal) implements What {
			public Meanwhile {
				Objects.requireNonNull(signal);
			}

			@Override
			public String label() {
				return "meanwhile, on another vCPU: " + signal.operation().label();
			}
		}

		/** Cycles: work of software, or the hardware's part of a trap. There are no children. */
		record Spends(CostTerm cost) implements What {
			public Spends {
				Objects.requireNonNull(cost);
			}

			@Override
			public String label() {
				return cost.name();
			}
		}
	}

	/** The routines of a hypervisor. */
	public enum Routine {
		/** After every exit. */
		EXIT,
		/** Handles a reason. */
		HANDLE,
		/** Forwards an exit. */
		FORWARD,
		/** Before every entry. */
		ENTER
	}

	private final VirtualMachineStack stack;
	private final int level;
	private final What what;
	private final Optional<Exit> trap;
	private final Outcome outcome;
	/** The source of the children; nodes with the same source are equal. */
	private final List<?> content;
	private final Supplier<List<TrapTree>> children;

	private TrapTree(VirtualMachineStack stack, int level, What what, Optional<Exit> trap, Outcome outcome, List<?> content,
			Supplier<List<TrapTree>> children) {
		this.stack = stack;
		this.level = level;
		this.what = what;
		this.trap = trap;
		this.outcome = outcome;
		this.content = content;
		this.children = children;
	}

	/** Creates trees from the nodes of a graph, at given prices. */
	static final class Maker {

		private final VirtualMachineStack stack;
		private final NodePrices prices;

		Maker(VirtualMachineStack stack, NodePrices prices) {
			this.stack = stack;
			this.prices = prices;
		}

		NodePrices prices() {
			return prices;
		}

		TrapTree round(List<Operation> workload, List<TrapTree> operations, Outcome outcome) {
			return guest(new What.Round(workload), outcome, operations);
		}

		TrapTree untilSignal(Signal signal, TrapNode node) {
			return guest(new What.UntilSignal(signal), prices.untilSignal(node), List.of(of(node)));
		}

		TrapTree meanwhile(Signal signal, List<TrapTree> receiver, Outcome received) {
			return guest(new What.Meanwhile(signal), prices.traps(received), receiver);
		}

		private TrapTree guest(What what, Outcome outcome, List<TrapTree> made) {
			List<TrapTree> children = List.copyOf(made);
			return new TrapTree(stack, stack.guestLevel(), what, Optional.empty(), outcome, children, () -> children);
		}

		TrapTree spends(Charge charge) {
			return new TrapTree(stack, charge.level(), new What.Spends(charge.term()), Optional.empty(), prices.outcome(charge), List.of(), List::of);
		}

		/** The tree below a node with a description. */
		TrapTree of(TrapNode node) {
			What what = node.what().orElseThrow();
			List<Part> parts = node.parts();
			return new TrapTree(stack, node.level(), what, Optional.ofNullable(node.trap), prices.outcome(node), parts, () -> switch (what) {
			case What.Forwards forwards -> steps(node.level(), parts);
			case What.Handles handles -> steps(node.level(), parts);
			case What.Performs(Operation operation, Disposition disposition) when !(disposition instanceof Disposition.Trap) -> List.of();
			default -> trees(parts);
			});
		}

		/** The steps of a hypervisor's parts. */
		private List<TrapTree> steps(int level, List<Part> parts) {
			List<TrapTree> steps = new ArrayList<>();
			int start = 0;
			while (start < parts.size()) {
				What step = ((Part.Started) parts.get(start)).step();
				int end = start + 1;
				while (end < parts.size() && !(parts.get(end) instanceof Part.Started)) {
					end++;
				}
				List<Part> ofStep = parts.subList(start + 1, end);
				steps.add(new TrapTree(stack, level, step, Optional.empty(), prices.outcome(ofStep), ofStep, () -> trees(ofStep)));
				start = end;
			}
			return List.copyOf(steps);
		}

		private List<TrapTree> trees(List<Part> parts) {
			List<TrapTree> trees = new ArrayList<>();
			for (Part part : parts) {
				switch (part) {
				case Part.Charged(Charge charge) -> trees.add(spends(charge));
				case Part.Child(TrapNode node) when node.what().isPresent() -> trees.add(of(node));
				case Part.Child(TrapNode node) -> trees.addAll(trees(node.parts()));
				case Part.Started started -> throw new IllegalArgumentException("a step in a step: " + started.step().title());
				case Part.Signalled signalled -> {
					// The operation that signals shows it.
				}
				}
			}
			return List.copyOf(trees);
		}
	}

	/** The level of the software that does it. The hardware's part of a trap is L0's. */
	public int level() {
		return level;
	}

	/** The name of the hypervisor at that level; empty for the guest on top. */
	public Optional<String> hypervisor() {
		return level < stack.guestLevel() ? Optional.of(stack.hypervisors().get(level).name()) : Optional.empty();
	}

	/** What is done. */
	public What what() {
		return what;
	}

	/** What is done, for output; {@link #level()} and {@link #hypervisor()} say by which software. */
	public String label() {
		return what.label();
	}

	/** Its disposition; only for an operation. */
	public Optional<Disposition> disposition() {
		return what instanceof What.Performs(Operation operation, Disposition disposition) ? Optional.of(disposition) : Optional.empty();
	}

	/**
	 * The cost of the node itself, after replacement by mechanisms: of work, of the hardware's part of a trap, of an operation that
	 * does not trap. Empty for a node whose cycles are those of the nodes below it.
	 */
	public Optional<CostTerm> spent() {
		return switch (what) {
		case What.Spends(CostTerm cost) -> Optional.of(cost);
		case What.Performs(Operation operation, Disposition disposition) when !(disposition instanceof Disposition.Trap) ->
			content.stream().filter(Part.Charged.class::isInstance).map(part -> ((Part.Charged) part).charge().term()).findFirst();
		default -> Optional.empty();
		};
	}

	/** The node's own trap; only for an operation that traps. */
	public Optional<Exit> trap() {
		return trap;
	}

	/**
	 * The level of the hypervisor that handles it: of an operation that traps, and of the wake-up of a guest that waits, which has
	 * exited before and does not exit for it.
	 */
	public OptionalInt handler() {
		return what instanceof What.Performs(Operation operation, Disposition.Trap trapping) && content.getLast() instanceof Part.Child(TrapNode handled)
				? OptionalInt.of(handled.level())
				: OptionalInt.empty();
	}

	/** Traps and cycles of the node and all below it. */
	public Outcome outcome() {
		return outcome;
	}

	/** Traps of the node and all below it. */
	public long traps() {
		return outcome.traps();
	}

	/** Cycles of the node and all below it. */
	public long cycles() {
		return outcome.cycles();
	}

	/** Its children, in order of time; created anew with each call. */
	public List<TrapTree> children() {
		return children.get();
	}

	/** Equal nodes, in trees of one machine, have equal trees below them. */
	@Override
	public boolean equals(Object other) {
		return other instanceof TrapTree that && level == that.level && what.equals(that.what) && content.equals(that.content);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * level + what.hashCode()) + content.hashCode();
	}

	/** As {@code L1 handles hypercall: 125 traps, 412000 cycles}. */
	@Override
	public String toString() {
		return "L" + level + " " + label() + ": " + outcome;
	}
}
