// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.serve;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.trapline.catalog.CatalogException;
import org.trapline.result.ParameterValue;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.StackProblem;
import org.trapline.run.Studies;
import org.trapline.run.UnknownNameException;
import org.trapline.run.evaluate.Evaluation;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;
import org.trapline.run.evaluate.Slopes;
import org.trapline.run.explain.Explanation;
import org.trapline.run.fit.FitFormat;
import org.trapline.run.fit.FitRequest;
import org.trapline.run.fit.FitResult;
import org.trapline.run.fit.Fitter;
import org.trapline.run.sensitivity.Sensitivity;
import org.trapline.run.sensitivity.SensitivityFormat;
import org.trapline.sim.SimulationException;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Counts;
import org.trapline.sim.bill.Way;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/**
 * The requests that a client may send. Each is answered on a thread of its own, and stops when the client cancels it. What is wrong with a request is an
 * error with a code, a message for people and data for programs; the server goes on.
 */
public final class StudyService {

	/** The study has errors; the data are its diagnostics. */
	static final int INVALID_STUDY = -32001;
	/** The study cannot be simulated there. */
	static final int IMPOSSIBLE = -32002;
	/** A file cannot be read. */
	static final int UNREADABLE = -32003;

	private record Study(Path file, Evaluator evaluator) {
	}

	/** An answer that may fail in ways of the models. */
	private interface Answer<R> {
		R of(CancelChecker cancel) throws InvalidStudyException, IOException, UnknownNameException;
	}

	private final Studies studies;
	private final Executor threads;
	private final Runnable exit;
	private final AtomicInteger last = new AtomicInteger();
	private final Map<Integer, Study> loaded = new ConcurrentHashMap<>();

	StudyService(Studies studies, Executor threads, Runnable exit) {
		this.studies = studies;
		this.threads = threads;
		this.exit = exit;
	}

	/** Reads and checks a study; it stays as it was then. */
	@JsonRequest
	public CompletableFuture<Messages.Loaded> load(Messages.Load params) {
		return answer(cancel -> {
			Path file = path(required(params == null ? null : params.file(), "file"));
			Evaluator evaluator = studies.evaluator(file);
			int number = last.incrementAndGet();
			loaded.put(number, new Study(file, evaluator));
			return new Messages.Loaded(number, evaluator.study(), evaluator.experiments().stream()
					.map(each -> new Messages.LoadedExperiment(each.experiment(), each.title().orElse(null), each.stacks(), each.workloads(), each.measures())).toList());
		});
	}

	/** The values of a point, or of many. */
	@JsonRequest
	public CompletableFuture<Object> evaluate(Messages.Evaluate params) {
		return answer(cancel -> {
			Study study = study(params == null ? null : params.study());
			Request request = new Request(required(params.experiment(), "experiment"), required(params.stack(), "stack"), required(params.workload(), "workload"), List.of(),
					params.seed() == null ? OptionalLong.empty() : OptionalLong.of(params.seed()));
			RunMonitor monitor = new RunMonitor() {
				@Override
				public boolean isCancelled() {
					return cancel.isCanceled();
				}
			};
			if (params.points() == null) {
				Evaluation evaluation = study.evaluator().evaluate(request.with(overrides(params.overrides())), monitor);
				Map<String, Messages.Range> intervals = new TreeMap<>();
				evaluation.intervals().forEach((metric, each) -> intervals.put(metric, new Messages.Range(each.low(), each.high(), each.percent())));
				return new Messages.Evaluated(values(evaluation, params.metrics()), intervals, evaluation.note().orElse(null));
			}
			List<Map<String, BigDecimal>> points = new ArrayList<>();
			for (Map<String, JsonElement> each : params.points()) {
				cancel.checkCanceled();
				points.add(values(study.evaluator().evaluate(request.with(overrides(each)), monitor), params.metrics()));
			}
			return new Messages.EvaluatedAll(points);
		});
	}

	/** The bill of a workload on a stack: counts of exits and charges, without prices. */
	@JsonRequest
	public CompletableFuture<Messages.Billed> bills(Messages.Cell params) {
		return answer(cancel -> {
			Bill bill = study(params == null ? null : params.study()).evaluator().bill(request(params), params.metric() == null ? "cycles" : params.metric());
			return new Messages.Billed(bill.exits().entrySet().stream()
					.map(each -> new Messages.ExitCount(each.getKey().level(), each.getKey().operation().label(), each.getKey().handler(), each.getValue())).toList(), path(bill.way()));
		});
	}

	/** The exact derivatives of a value by every number of the models. */
	@JsonRequest
	public CompletableFuture<Messages.Sloped> slopes(Messages.Cell params) {
		return answer(cancel -> {
			Slopes slopes = study(params == null ? null : params.study()).evaluator().slopes(request(params), params.metric() == null ? "cycles" : params.metric());
			return new Messages.Sloped(slopes.value(), new TreeMap<>(slopes.by()), slopes.ties());
		});
	}

	/** The trap tree of an operation, as {@code trapline explain} prints it. */
	@JsonRequest
	public CompletableFuture<Messages.Explained> explain(Messages.Cell params) {
		return answer(cancel -> {
			StringBuilder text = new StringBuilder();
			studies.explain(study(params == null ? null : params.study()).file(), required(params.stack(), "stack"), required(params.workload(), "workload"))
					.write(Explanation.WHOLE_DEPTH, false, text);
			return new Messages.Explained(text.toString());
		});
	}

	/** Fits costs, as {@code trapline fit} does. */
	@JsonRequest
	public CompletableFuture<Messages.Fitted> fit(Messages.Fit params) {
		return answer(cancel -> {
			Study study = study(params == null ? null : params.study());
			FitResult fit = new Fitter(studies).fit(study.file(), new FitRequest(params.to() == null ? List.of() : params.to(), params.vary() == null ? List.of() : params.vary(),
					Optional.ofNullable(params.scale()), Optional.ofNullable(params.error()), OptionalInt.empty())).result();
			StringBuilder lines = new StringBuilder();
			FitFormat.JSON.write(fit, lines);
			return new Messages.Fitted(lines.toString().lines().map(JsonParser::parseString).toList(), fit.converged());
		});
	}

	/** What values depend on, as {@code trapline sensitivity} tells it. */
	@JsonRequest
	public CompletableFuture<Messages.Sensitivities> sensitivity(Messages.Sensitive params) {
		return answer(cancel -> {
			Study study = study(params == null ? null : params.study());
			Sensitivity.Options options = new Sensitivity.Options(params.experiments() == null ? List.of() : params.experiments(),
					params.stacks() == null ? List.of() : params.stacks(), params.sobol(), params.samples() == null ? OptionalLong.empty() : OptionalLong.of(params.samples()));
			StringBuilder lines = new StringBuilder();
			SensitivityFormat.JSON.write(new Sensitivity(studies).of(study.file(), options), lines);
			return new Messages.Sensitivities(lines.toString().lines().map(JsonParser::parseString).toList());
		});
	}

	/** Ends the server. */
	@JsonNotification
	public void exit() {
		exit.run();
	}

	// ------------------------------------------------------------------------------------------- parameters

	private static String required(String value, String name) {
		if (value == null) {
			throw error(ResponseErrorCode.InvalidParams.getValue(), "the parameter '" + name + "' is missing", null);
		}
		return value;
	}

	private Study study(Integer number) {
		Study study = number == null ? null : loaded.get(number);
		if (study == null) {
			throw error(ResponseErrorCode.InvalidParams.getValue(), number == null ? "the parameter 'study' is missing: give the number that 'load' answered"
					: "there is no study " + number + ": give the number that 'load' answered", null);
		}
		return study;
	}

	private static Request request(Messages.Cell cell) {
		// Bills and slopes do not depend on an experiment.
		return new Request(cell.experiment() == null ? "" : cell.experiment(), required(cell.stack(), "stack"), required(cell.workload(), "workload"), overrides(cell.overrides()),
				OptionalLong.empty());
	}

	private static List<ParameterValue> overrides(Map<String, JsonElement> overrides) {
		List<ParameterValue> values = new ArrayList<>();
		if (overrides != null) {
			overrides.forEach((name, value) -> values.add(override(name, value)));
		}
		return values;
	}

	private static ParameterValue override(String name, JsonElement value) {
		if (value == null || !value.isJsonPrimitive() || value.getAsJsonPrimitive().isBoolean()) {
			throw error(ResponseErrorCode.InvalidParams.getValue(), "the parameter '" + name + "' has to be a number, or a text with a unit as \"1.2 us\"", null);
		}
		try {
			if (value.getAsJsonPrimitive().isString()) {
				return ParameterValue.parse(name, value.getAsString());
			}
			return new ParameterValue(name, value.getAsBigDecimal(), name.equals("threads") || name.equals("clients") ? "" : "cycles");
		} catch (IllegalArgumentException e) {
			throw error(ResponseErrorCode.InvalidParams.getValue(), e.getMessage(), null);
		}
	}

	private static Path path(String file) {
		try {
			return Path.of(file);
		} catch (InvalidPathException e) {
			throw error(UNREADABLE, "'" + file + "' is no path of a file", null);
		}
	}

	// ------------------------------------------------------------------------------------------- results

	private static Map<String, BigDecimal> values(Evaluation evaluation, List<String> metrics) {
		if (metrics == null) {
			return new TreeMap<>(evaluation.values());
		}
		Map<String, BigDecimal> values = new LinkedHashMap<>();
		for (String each : metrics) {
			try {
				values.put(each, evaluation.value(each));
			} catch (IllegalArgumentException e) {
				throw error(ResponseErrorCode.InvalidParams.getValue(), e.getMessage(), null);
			}
		}
		return values;
	}

	private static Messages.Path path(Way way) {
		Counts counts = way.counts();
		List<Messages.ChargeCount> charges = new ArrayList<>();
		for (int i = 0; i < counts.size(); i++) {
			charges.add(new Messages.ChargeCount(counts.charges().get(i).level(), counts.charges().get(i).term().name(), counts.times(i)));
		}
		return new Messages.Path(charges, way.overlaps().stream().map(each -> new Messages.Overlap(each.signalled().label(), path(each.delivered()), path(each.sender()))).toList());
	}

	// ------------------------------------------------------------------------------------------- errors

	private <R> CompletableFuture<R> answer(Answer<R> answer) {
		Function<CancelChecker, R> work = cancel -> {
			try {
				return answer.of(cancel);
			} catch (InvalidStudyException e) {
				throw error(INVALID_STUDY, e.diagnostics().getFirst().message(), e.diagnostics().stream().map(StudyService::data).toList());
			} catch (UnknownNameException e) {
				throw error(ResponseErrorCode.InvalidParams.getValue(), e.getMessage(), null);
			} catch (NoSuchFileException e) {
				throw error(UNREADABLE, e.getFile() + ": there is no such file", null);
			} catch (IOException e) {
				throw error(UNREADABLE, e.getMessage(), null);
			} catch (SimulationException | StackProblem | CatalogException e) {
				throw error(IMPOSSIBLE, e.getMessage(), null);
			} catch (ArithmeticException e) {
				throw error(IMPOSSIBLE, "a count exceeds 2^63 - 1: " + e.getMessage(), null);
			} catch (IllegalArgumentException e) {
				throw error(ResponseErrorCode.InvalidParams.getValue(), e.getMessage(), null);
			}
		};
		return CompletableFutures.computeAsync(threads, work);
	}

	private static Map<String, Object> data(Diagnostic diagnostic) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("file", diagnostic.file());
		data.put("line", diagnostic.line());
		data.put("column", diagnostic.column());
		data.put("severity", diagnostic.severity().id());
		data.put("code", diagnostic.code());
		data.put("message", diagnostic.message());
		return data;
	}

	private static ResponseErrorException error(int code, String message, Object data) {
		return new ResponseErrorException(new ResponseError(code, message, data));
	}
}
