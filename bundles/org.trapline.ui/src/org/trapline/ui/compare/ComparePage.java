// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.trapline.chart.ChartMark;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.Sample;
import org.trapline.chart.Zoom;
import org.trapline.chart.kind.CompareRequest;
import org.trapline.chart.kind.CompareRequest.Answer;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.picture.PictureImage;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.store.Run;
import org.trapline.ui.picture.PictureCanvas;

/** The page of the Compare view that shows runs: what to see of them, the chart, and its numbers. */
final class ComparePage {

	private static final double WHEEL = 0.85;
	/** The keys move by this share of what is shown. */
	private static final double STEP = 0.1;
	private static final int FILTER_DELAY = 250;

	private final Composite page;
	private final Composite row;
	private final Choice<String> experiment;
	private final Choice<ChartSpec.Kind> kind;
	private final Choice<Metric> metric;
	private final Choice<String> baseline;
	private final Choice<String> across;
	private final Choice<String> down;
	private final Button log;
	private final Text filter;
	private final SashForm sash;
	private final Composite picture;
	private final PictureCanvas<ChartMark> canvas;
	private final Label problem;
	private final ResultsTable table;
	private final Label caption;

	private CompareRequest request = CompareRequest.of(List.of());
	private Optional<Answer> answer = Optional.empty();
	private Zoom zoom = Zoom.NONE;
	private int asked;
	private Consumer<Answer> onAnswer = ready -> {
	};
	private Consumer<Sample> onOpen = sample -> {
	};

	ComparePage(Composite parent) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		row = new Composite(page, SWT.NONE);
		RowLayout rows = new RowLayout(SWT.HORIZONTAL);
		rows.wrap = true;
		rows.center = true;
		rows.spacing = 10;
		rows.marginLeft = 6;
		row.setLayout(rows);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		experiment = new Choice<>(row, "Experiment", "Experiment to show", name -> ask(request.withExperiment(name)));
		kind = new Choice<>(row, "Chart", "Kind of chart", this::draw);
		metric = new Choice<>(row, "Metric", "Metric to show", chosen -> chart(spec -> new ChartSpec(spec.kind(), chosen, spec.baseline(),
				spec.across(), spec.down(), spec.log())));
		baseline = new Choice<>(row, "Baseline", "The stack or run that the others are compared with", chosen -> chart(spec -> spec.against(chosen)));
		across = new Choice<>(row, "Across", "The parameter on the horizontal axis", chosen -> chart(
				spec -> new ChartSpec(spec.kind(), spec.metric(), spec.baseline(), Optional.of(chosen),
						spec.down().filter(other -> !other.equals(chosen)), spec.log())));
		down = new Choice<>(row, "Down", "The parameter on the vertical axis", chosen -> chart(
				spec -> new ChartSpec(spec.kind(), spec.metric(), spec.baseline(), spec.across().filter(other -> !other.equals(chosen)),
						Optional.of(chosen), spec.log())));
		log = new Button(row, SWT.CHECK);
		log.setText("Logarithmic");
		log.setToolTipText("Use a logarithmic scale");
		log.setLayoutData(new RowData());
		log.addListener(SWT.Selection, event -> chart(spec -> new ChartSpec(spec.kind(), spec.metric(), spec.baseline(), spec.across(), spec.down(),
				log.getSelection())));
		filter = new Text(row, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
		filter.setMessage("Filter");
		filter.setToolTipText("Show only values whose stack, workload, metric, level or parameters contain all of these words");
		filter.setLayoutData(new RowData(150, SWT.DEFAULT));
		filter.addListener(SWT.Modify, event -> filterSoon());

		sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		picture = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(picture);
		canvas = new PictureCanvas<>(picture, PictureCanvas.Mode.FIT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		problem = new Label(picture, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(24, 24).exclude(true).applyTo(problem);
		table = new ResultsTable(sash);
		caption = new Label(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(caption);
		sash.setWeights(62, 38);
		sash.addListener(SWT.Resize, event -> arrange());
		listen();
	}

	private void listen() {
		canvas.onSelect(mark -> table.select(mark.flatMap(ChartMark::sample)));
		canvas.onOpen(mark -> mark.sample().ifPresent(sample -> onOpen.accept(sample)));
		canvas.onZoom(this::zoomInto);
		canvas.onWheel(this::zoomBy);
		canvas.onKey(this::key);
		table.onSelect(sample -> canvas.select(sample.flatMap(this::mark)));
		table.onOpen(sample -> onOpen.accept(sample));
	}

	/** A wide view has the table beside the chart, a narrow one below it. */
	private void arrange() {
		Point size = sash.getSize();
		int orientation = size.x > 2 * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (sash.getOrientation() != orientation) {
			sash.setOrientation(orientation);
			sash.setWeights(orientation == SWT.VERTICAL ? new int[] { 62, 38 } : new int[] { 50, 50 });
		}
	}

	// ------------------------------------------------------------------------------------------- asking

	/** Shows runs; what was chosen for the runs before is kept where it can be. */
	void show(List<Run> runs) {
		ask(request.withRuns(runs));
	}

	private void draw(ChartSpec.Kind wanted) {
		answer.ifPresent(known -> {
			List<Metric> metrics = CompareRequest.metrics(known, wanted);
			chart(spec -> new ChartSpec(wanted, metrics.contains(spec.metric()) ? spec.metric() : metrics.get(0), spec.baseline(), spec.across(),
					spec.down(), spec.log()));
		});
	}

	private void chart(UnaryOperator<ChartSpec> change) {
		request.chart().ifPresent(spec -> ask(request.withChart(change.apply(spec))));
	}

	private void filterSoon() {
		int number = ++asked;
		page.getDisplay().timerExec(FILTER_DELAY, () -> {
			if (!page.isDisposed() && number == asked) {
				ask(request.withFilter(filter.getText()));
			}
		});
	}

	/** Everything is computed in a job: there may be ten thousand values. */
	private void ask(CompareRequest wanted) {
		boolean other = !wanted.chart().equals(request.chart()) || !wanted.experiment().equals(request.experiment());
		request = wanted;
		if (other) {
			zoom = Zoom.NONE;
		}
		int number = ++asked;
		Job job = Job.createSystem("Comparing runs", (ICoreRunnable) monitor -> {
			Answer ready = wanted.answer();
			if (!page.isDisposed()) {
				page.getDisplay().asyncExec(() -> {
					if (!page.isDisposed() && number == asked) {
						take(ready);
					}
				});
			}
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	private void take(Answer ready) {
		request = ready.request();
		answer = Optional.of(ready);
		Optional<ChartSpec> spec = request.chart();
		Optional<ChartSpec.Kind> drawn = spec.map(ChartSpec::kind);
		experiment.show(ready.experiments(), ready.experiments(), request.experiment(), 2);
		List<ChartSpec.Kind> kinds = ready.available().stream().map(ChartSpec::kind).distinct().toList();
		kind.show(kinds, kinds.stream().map(ChartSpec.Kind::title).toList(), drawn, 1);
		List<Metric> metrics = drawn.map(each -> CompareRequest.metrics(ready, each)).orElse(List.of());
		metric.show(metrics, metrics.stream().map(Metric::id).toList(), spec.map(ChartSpec::metric), 2);
		Map<String, String> bases = takes(drawn, ChartSpec.Option.BASELINE) ? ready.baselines() : Map.of();
		List<String> keys = List.copyOf(bases.keySet());
		baseline.show(keys, List.copyOf(bases.values()), spec.flatMap(ChartSpec::baseline).or(() -> keys.stream().findFirst()), 2);
		boolean swept = takes(drawn, ChartSpec.Option.ACROSS);
		boolean map = takes(drawn, ChartSpec.Option.DOWN);
		List<String> axes = swept ? ready.parameters() : List.of();
		Optional<String> first = spec.flatMap(ChartSpec::across)
				.or(() -> axes.stream().filter(name -> !map || !spec.flatMap(ChartSpec::down).filter(name::equals).isPresent()).findFirst());
		across.show(axes, axes, first, 2);
		down.show(map ? axes : List.of(), map ? axes : List.of(),
				spec.flatMap(ChartSpec::down).or(() -> axes.stream().filter(name -> !first.filter(name::equals).isPresent()).findFirst()), 2);
		boolean logarithmic = takes(drawn, ChartSpec.Option.LOGARITHMIC);
		log.setVisible(logarithmic);
		((RowData) log.getLayoutData()).exclude = !logarithmic;
		log.setSelection(spec.filter(ChartSpec::log).isPresent());
		problem.setText(ready.problem().orElse("").replace("&", "&&"));
		problem.setVisible(ready.problem().isPresent());
		((GridData) problem.getLayoutData()).exclude = ready.problem().isEmpty();
		canvas.setVisible(ready.data().isPresent());
		((GridData) canvas.getLayoutData()).exclude = ready.data().isEmpty();
		redraw();
		table.show(ready.samples());
		caption.setText(caption(request.runs()).replace("&", "&&"));
		caption.setToolTipText(String.join("\n", request.runs().stream().map(run -> run.info().name() + ": fingerprint " + run.info().fingerprint()).toList()));
		page.layout(true, true);
		onAnswer.accept(ready);
	}

	private static boolean takes(Optional<ChartSpec.Kind> kind, ChartSpec.Option option) {
		return kind.filter(each -> each.takes(option)).isPresent();
	}

	private static String caption(List<Run> runs) {
		if (runs.size() != 1) {
			return runs.size() + " runs: " + String.join("; ", runs.stream().map(run -> run.info().name()).distinct().toList());
		}
		return RunCaption.of(runs.get(0).info());
	}

	void onAnswer(Consumer<Answer> listener) {
		onAnswer = listener;
	}

	/** Tells of a value that the user opens. */
	void onOpen(Consumer<Sample> listener) {
		onOpen = listener;
	}

	// ------------------------------------------------------------------------------------------- the picture

	private void redraw() {
		canvas.show(answer.flatMap(Answer::data).map(data -> new ChartPicture(data, zoom)).orElse(null));
	}

	private void zoomInto(Rectangle2D band) {
		canvas.pixels().flatMap(pixels -> pixels.drawing().plot()).ifPresent(plot -> {
			double left = Math.clamp((band.getX() - plot.getX()) / plot.getWidth(), 0, 1);
			double right = Math.clamp((band.getMaxX() - plot.getX()) / plot.getWidth(), 0, 1);
			double bottom = Math.clamp((plot.getMaxY() - band.getMaxY()) / plot.getHeight(), 0, 1);
			double top = Math.clamp((plot.getMaxY() - band.getY()) / plot.getHeight(), 0, 1);
			if (right > left && top > bottom) {
				// Bars stand on their axis, and values of a heat map lie in cells: only lines are zoomed on both sides.
				boolean lines = answer.flatMap(Answer::data).filter(LineData.class::isInstance).isPresent();
				zoom(zoom.into(left, right, lines ? bottom : 0, top));
			}
		});
	}

	/** Plus and minus zoom around the middle, 0 shows all; the arrows move with Shift: without, they go from value to value. */
	private boolean key(Event event) {
		boolean shift = (event.stateMask & SWT.SHIFT) != 0;
		Optional<Zoom> next = switch (event.keyCode) {
		case SWT.ARROW_LEFT -> shift ? Optional.of(zoom.moved(-STEP, 0)) : Optional.empty();
		case SWT.ARROW_RIGHT -> shift ? Optional.of(zoom.moved(STEP, 0)) : Optional.empty();
		case SWT.ARROW_UP -> shift ? Optional.of(zoom.moved(0, STEP)) : Optional.empty();
		case SWT.ARROW_DOWN -> shift ? Optional.of(zoom.moved(0, -STEP)) : Optional.empty();
		default -> switch (event.character) {
		case '+', '=' -> Optional.of(zoomed(WHEEL, 0.5, 0.5));
		case '-' -> Optional.of(zoomed(1 / WHEEL, 0.5, 0.5));
		case '0' -> Optional.of(Zoom.NONE);
		default -> Optional.empty();
		};
		};
		next.filter(each -> !each.equals(zoom)).ifPresent(this::zoom);
		return next.isPresent();
	}

	/** Around a place; bars keep their feet on the ground. */
	private Zoom zoomed(double factor, double x, double y) {
		boolean lines = answer.flatMap(Answer::data).filter(LineData.class::isInstance).isPresent();
		return zoom.by(factor, x, lines ? y : 0);
	}

	private boolean zoomBy(int clicks, Point place) {
		Optional<Rectangle2D> plot = canvas.pixels().flatMap(pixels -> pixels.drawing().plot()).filter(area -> area.contains(place.x, place.y));
		plot.ifPresent(area -> {
			zoom(zoomed(clicks > 0 ? WHEEL : 1 / WHEEL, (place.x - area.getX()) / area.getWidth(), (area.getMaxY() - place.y) / area.getHeight()));
		});
		return plot.isPresent();
	}

	/** Shows a part of the chart. */
	void zoom(Zoom other) {
		zoom = other;
		redraw();
		answer.ifPresent(onAnswer);
	}

	Zoom zoom() {
		return zoom;
	}

	/** The mark of a value in the chart. */
	private Optional<ChartMark> mark(Sample sample) {
		return canvas.pixels().flatMap(pixels -> pixels.drawing().regions().stream().map(region -> region.element())
				.filter(mark -> mark.kind() != ChartMark.Kind.VALUE_LABEL && mark.sample().filter(sample::equals).isPresent()).findFirst());
	}

	/** The value that is selected in the chart or the table. */
	Optional<Sample> selected() {
		return canvas.selected().flatMap(ChartMark::sample)
				.or(() -> Optional.ofNullable((Sample) table.viewer().getStructuredSelection().getFirstElement()));
	}

	Optional<Answer> answer() {
		return answer;
	}

	CompareRequest request() {
		return request;
	}

	PictureCanvas<ChartMark> canvas() {
		return canvas;
	}

	Optional<PictureImage<ChartMark>> pixels() {
		return canvas.isUpToDate() ? canvas.pixels() : Optional.empty();
	}

	ResultsTable table() {
		return table;
	}

	Control control() {
		return page;
	}

	/** Shows what was asked for before, as after a restart. */
	void restore(CompareRequest before) {
		request = before;
		filter.setText(before.filter());
		ask(before);
	}

	void setFocus() {
		canvas.setFocus();
	}
}
