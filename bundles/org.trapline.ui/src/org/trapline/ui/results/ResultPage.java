// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartImage;
import org.trapline.ui.run.RunOutcome;

/** The page of the Results view for a study that ran: what ran, the chosen chart, and its numbers. */
final class ResultPage {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
			.withZone(ZoneId.systemDefault());
	private static final int FINGERPRINT_SHOWN = 12;

	private final Composite page;
	private final Label caption;
	private final Combo combo;
	private final SashForm sash;
	private final ChartCanvas canvas;
	private final ResultsTable table;
	private List<ChartChoice> choices = List.of();
	private Consumer<ChartChoice> choiceListener = choice -> {
	};

	ResultPage(Composite parent) {
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(page);
		combo = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText("Which chart to show");
		combo.addListener(SWT.Selection, event -> choose());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
		sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		canvas = new ChartCanvas(sash);
		table = new ResultsTable(sash);
		caption = new Label(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(caption);
		sash.setWeights(62, 38);
		sash.addListener(SWT.Resize, event -> arrange());
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

	void show(RunOutcome.Finished outcome) {
		String before = chosen().map(ChartChoice::label).orElse("");
		String fingerprint = outcome.result().fingerprint();
		caption.setText("%s, run at %s in %.1f s, fingerprint %s".formatted(outcome.file().getName(),
				TIME.format(outcome.began()), outcome.took().toMillis() / 1000.0,
				fingerprint.substring(0, Math.min(FINGERPRINT_SHOWN, fingerprint.length()))));
		caption.setToolTipText("%s\nFingerprint of all rows: %s".formatted(outcome.file().getFullPath(), fingerprint));
		choices = ChartChoice.of(outcome.result());
		combo.setItems(choices.stream().map(ChartChoice::label).toArray(String[]::new));
		// A run of a changed study keeps the chart that the user looks at.
		combo.select(Math.max(0, combo.indexOf(before)));
		boolean several = choices.size() > 1;
		combo.setVisible(several);
		((GridData) combo.getLayoutData()).exclude = !several;
		choose();
		page.layout();
	}

	private void choose() {
		Optional<ChartChoice> chosen = chosen();
		canvas.show(chosen.flatMap(ChartChoice::chart).orElse(null));
		table.show(chosen.map(choice -> choice.experiment().rows()).orElse(List.of()));
		// Without a chart the numbers have the room.
		sash.setMaximizedControl(
				chosen.flatMap(ChartChoice::chart).isPresent() ? null : table.control().getParent());
		chosen.ifPresent(choiceListener);
	}

	private Optional<ChartChoice> chosen() {
		int index = combo.getSelectionIndex();
		return index >= 0 && index < choices.size() ? Optional.of(choices.get(index)) : Optional.empty();
	}

	void onChoice(Consumer<ChartChoice> listener) {
		choiceListener = listener;
	}

	Optional<ChartData> chart() {
		return chosen().flatMap(ChartChoice::chart);
	}

	Optional<ChartImage> picture() {
		return canvas.isUpToDate() ? canvas.image() : Optional.empty();
	}

	ResultsTable table() {
		return table;
	}

	Control control() {
		return page;
	}
}
