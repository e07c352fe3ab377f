// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Device;
import org.trapline.model.Platform;
import org.trapline.model.Quantity;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;

/** A fit in the language: a cost table that extends the one before, and platforms that use it. */
public final class FittedTable {

	private static final String HISTORY = "history:";

	private final Studies studies;
	private final Path file;
	private final FitStudy study;
	private final CostTable table;
	private final List<Platform> platforms;
	private final List<Varied> varied;
	private final FitResult result;
	private final FitRequest request;

	FittedTable(Studies studies, Path file, FitStudy study, CostTable table, List<Platform> platforms, List<Varied> varied, FitResult result, FitRequest request) {
		this.studies = studies;
		this.file = file;
		this.study = study;
		this.table = table;
		this.platforms = platforms;
		this.varied = varied;
		this.result = result;
		this.request = request;
	}

	/**
	 * The text of a file with them. It has been read again and is without errors.
	 *
	 * @param target where it will be: it imports the study from there
	 * @param today  the date of the history
	 * @throws InvalidStudyException when the text is not valid where it is to be, as when names collide there
	 */
	public String text(Path target, LocalDate today) throws InvalidStudyException, IOException {
		if (target.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
			throw study.problem("the fit would replace the study itself: name another file after --out");
		}
		StringBuilder text = new StringBuilder("/*\n * Fitted by `./trapline fit ").append(file.getFileName()).append(" --to ").append(String.join(" ", request.references()));
		if (!request.vary().isEmpty()) {
			text.append(" --vary ").append(String.join(" ", request.vary()));
		}
		request.scale().ifPresent(from -> text.append(" --scale ").append(from));
		request.error().ifPresent(error -> text.append(" --error ").append(error.toPlainString()));
		text.append("`.\n");
		result.errors(true, each -> java.util.OptionalDouble.of(each.error())).ifPresent(errors -> text.append(String.format(java.util.Locale.ROOT,
				" * Mean absolute error of the fit %.1f %%", errors.mean())));
		result.errors(true, FitResult.Cell::errorOfPrediction).ifPresent(errors -> text.append(String.format(java.util.Locale.ROOT, ", of prediction with each cell left out %.1f %%", errors.mean())));
		text.append(".\n");
		result.words().forEach(word -> text.append(" * Note: ").append(word.replace("*/", "* /")).append(".\n"));
		text.append(" */\nimport \"").append(relative(target)).append("\"\n\n");
		String name = table.getName() + "Fitted";
		text.append("costs ").append(name).append(" extends ").append(study.name(CostTable.class, table)).append(" {\n");
		for (int i = 0; i < varied.size(); i++) {
			settings(varied.get(i), result.costs().get(i), today, text);
		}
		text.append("}\n");
		for (Platform platform : platforms) {
			text.append('\n');
			platform(platform, name, text);
		}
		String written = text.toString();
		List<Diagnostic> errors = studies.withTexts(Map.of(target.toAbsolutePath().normalize(), written)).check(target).stream()
				.filter(each -> each.severity() == Diagnostic.Severity.ERROR).toList();
		if (!errors.isEmpty()) {
			throw new InvalidStudyException(errors);
		}
		return written;
	}

	private String relative(Path target) {
		Path folder = target.toAbsolutePath().normalize().getParent();
		return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
	}

	private void settings(Varied each, FitResult.Cost cost, LocalDate today, StringBuilder text) {
		String fits = cost.cells().stream().map(FitCell::text).collect(Collectors.joining(",\n\t\t\t"));
		for (Varied.Share share : each.shares()) {
			BigDecimal before = share.value().getAmount();
			BigDecimal now = rounded(share.times() * cost.value(), share.value());
			String why = each.factor() ? before.toPlainString() + " " + share.value().getUnit().getLiteral() + " of " + table.getName() + " by the factor '" + each.name() + "'"
					: "least squares of " + result.weights() + " of " + cost.cells().size() + (cost.cells().size() == 1 ? " cell" : " cells")
							+ (cost.identifiable() ? "" : ", which do not tell it by itself");
			text.append("\t/**\n");
			history(share.value()).forEach(line -> text.append("\t * ").append(HISTORY).append(' ').append(line).append('\n'));
			text.append("\t * ").append(HISTORY).append(' ').append(today).append(' ').append(now.toPlainString()).append(", fitted; ").append(before.toPlainString()).append(" before\n\t */\n");
			text.append('\t').append(study.name(org.trapline.model.Cost.class, share.cost())).append(" = ").append(now.toPlainString()).append(interval(share, cost, now)).append(' ')
					.append(share.value().getUnit().getLiteral()).append(" fitted \"").append(why).append("\"\n\t\tto ").append(fits).append('\n');
		}
	}

	/** Costs are whole cycles to the engine; times keep their digits. */
	private static BigDecimal rounded(double number, CostValue value) {
		BigDecimal exact = BigDecimal.valueOf(Math.max(0, number));
		return value.getUnit().getLiteral().equals("cycles") ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(new java.math.MathContext(6)).max(BigDecimal.ZERO);
	}

	private static String interval(Varied.Share share, FitResult.Cost cost, BigDecimal now) {
		if (!cost.identifiable() || cost.low().isEmpty() || cost.high().isEmpty()) {
			return "";
		}
		BigDecimal low = rounded(share.times() * cost.low().getAsDouble(), share.value()).min(now);
		BigDecimal high = rounded(share.times() * cost.high().getAsDouble(), share.value()).max(now);
		if (low.compareTo(high) == 0) {
			return "";
		}
		BigDecimal below = now.subtract(low).max(high.subtract(now));
		// What differs by rounding is the same either way.
		return now.subtract(low).subtract(high.subtract(now)).abs().compareTo(low.ulp()) <= 0 && low.signum() > 0 ? " ± " + below.toPlainString() : " within " + low.toPlainString() + " to " + high.toPlainString();
	}

	/** The history that the value had. */
	private List<String> history(CostValue value) {
		EObject setting = value.eContainer();
		List<String> lines = new ArrayList<>();
		for (String line : studies.comment(setting).orElse("").lines().map(String::strip).toList()) {
			if (line.startsWith(HISTORY)) {
				lines.add(line.substring(HISTORY.length()).strip());
			}
		}
		return lines;
	}

	private void platform(Platform platform, String costs, StringBuilder text) {
		text.append("/** As ").append(platform.getName()).append(", with fitted costs. */\nplatform ").append(platform.getName()).append("Fitted {\n");
		text.append("\tcpu ").append(study.name(org.trapline.model.Cpu.class, platform.getCpu())).append('\n');
		Quantity clock = platform.getClock();
		text.append("\tclock ").append(clock.getAmount().toPlainString()).append(' ').append(clock.getUnit().getLiteral()).append('\n');
		if (platform.getCores() > 0) {
			text.append("\tcores ").append(platform.getCores()).append('\n');
		}
		if (platform.getThreads() > 0) {
			text.append("\tthreads ").append(platform.getThreads()).append('\n');
		}
		if (platform.getSiblings() != null) {
			text.append("\tsiblings ").append(study.name(org.trapline.model.Siblings.class, platform.getSiblings())).append('\n');
		}
		text.append("\tcosts ").append(costs).append('\n');
		for (Device device : platform.getDevices()) {
			text.append("\tdevice ").append(device.getName()).append(" : ").append(device.getKind().getLiteral());
			if (device.getFunctions() > 0) {
				text.append(" functions ").append(device.getFunctions());
			}
			text.append('\n');
		}
		text.append("}\n");
	}
}
