// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.chart.export.ChartExport;
import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.flow.FlamePicture;
import org.trapline.chart.flow.FlowPicture;
import org.trapline.chart.picture.Picture;
import org.trapline.result.store.WholeFile;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.explain.ExitSequenceFormat;
import org.trapline.run.explain.Explanation;
import org.trapline.run.explain.TrapFlow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline explain}: prints the trap tree of one operation. */
@Command(name = "explain", mixinStandardHelpOptions = true,
		description = "Prints the trap tree of an operation: which level traps, which hypervisor handles it, and the traps and cycles of each.",
		footer = { "",
				"Equal repetitions are one line with their number (x17), subtrees that were shown before are one line (as above), operations that do "
						+ "not trap are one line (see --all)." })
final class ExplainCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "A file in the Trapline language that defines or imports the stack.")
	private Path file;

	@Option(names = "--stack", paramLabel = "S", required = true, description = "The stack's name.")
	private String stack;

	@Option(names = "--operation", paramLabel = "OP", required = true,
			description = "The name of a workload, or of an operation of the guest.")
	private String operation;

	@Option(names = "--depth", paramLabel = "N", description = "Show only this many levels of the tree. Default: all; in a picture 2.")
	private int depth = Explanation.WHOLE_DEPTH;

	@Option(names = "--all", description = "Also show each operation that does not trap.")
	private boolean all;

	@Option(names = "--format", paramLabel = "FORMAT", description = "How to write it: ${COMPLETION-CANDIDATES}. tree is for people; csv and json are all exits, "
			+ "one a line, in order. Default: by the ending of --out, else tree.")
	private TextFormat format;

	@Option(names = "--picture", paramLabel = "KIND", defaultValue = "sequence",
			description = "What to draw when --out names a picture: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private PictureKind picture;

	@Option(names = "--out", paramLabel = "FILE", description = "Write to this file: text, exits (.csv, .json), or a picture (.png, .svg, .pdf).")
	private Path target;

	/** How to write it as text. */
	enum TextFormat {
		/** The tree, for people. */
		TREE(null),
		/** All exits, one a line. */
		CSV(ExitSequenceFormat.CSV),
		/** All exits, one a line. */
		JSON(ExitSequenceFormat.JSON);

		private final ExitSequenceFormat exits;

		TextFormat(ExitSequenceFormat exits) {
			this.exits = exits;
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What to draw. */
	enum PictureKind {
		/** A sequence over the levels. */
		SEQUENCE,
		/** Cycles by level. */
		LEVELS,
		/** Cycles by cause. */
		CAUSES;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	ExplainCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		if (depth < 1) {
			throw new ParameterException(spec.commandLine(), "Invalid value for option '--depth': at least 1 level of the tree can be shown, not " + depth);
		}
		Optional<ChartFormat> drawn = target == null ? Optional.empty() : ChartFormat.ofFileName(target.toString());
		if (drawn.isPresent() && format != null) {
			throw new ParameterException(spec.commandLine(), "--format " + format + " is text, and " + target + " is a picture: leave out --format, or name another file");
		}
		TextFormat text = format == null ? ofFileName() : format;
		if (text != TextFormat.TREE && (all || depth != Explanation.WHOLE_DEPTH)) {
			throw new ParameterException(spec.commandLine(), "--depth and --all are about the tree, and " + text + " has all exits: leave them out");
		}
		Explanation explanation = new Studies(catalog.get()).explain(file, stack, operation);
		if (drawn.isPresent()) {
			ChartExport.write(picture(new TrapFlow(explanation)), drawn.get(), target);
		} else if (target != null) {
			WholeFile.write(target, to -> write(explanation, text, to));
		} else {
			write(explanation, text, new CheckedOutput(out));
		}
		return TraplineCommand.DONE;
	}

	private TextFormat ofFileName() {
		for (TextFormat each : TextFormat.values()) {
			if (target != null && each.exits != null && target.toString().toLowerCase(Locale.ROOT).endsWith("." + each)) {
				return each;
			}
		}
		return TextFormat.TREE;
	}

	private void write(Explanation explanation, TextFormat text, Appendable to) throws IOException {
		if (text.exits == null) {
			explanation.write(depth, all, to);
		} else {
			text.exits.write(explanation, to);
		}
	}

	private Picture<?> picture(TrapFlow flow) {
		return switch (picture) {
		case SEQUENCE -> FlowPicture.toDepth(flow, depth == Explanation.WHOLE_DEPTH ? FlowPicture.USUAL_DEPTH : depth);
		case LEVELS -> new FlamePicture(flow.root(), FlamePicture.ColorBy.LEVEL);
		case CAUSES -> new FlamePicture(flow.root(), FlamePicture.ColorBy.CAUSE);
		};
	}
}
