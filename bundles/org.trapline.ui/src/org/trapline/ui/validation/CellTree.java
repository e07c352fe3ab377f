// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.preferences.TraplinePreferences;

/** The tree of cells, with their verdicts and errors as colours. */
final class CellTree {

	private static final RGB GOOD = new RGB(46, 160, 90);
	private static final RGB NEAR = new RGB(224, 160, 30);
	private static final RGB BAD = new RGB(208, 69, 59);
	/** How much of the colour is in a cell: its text stays readable in every theme. */
	private static final double TINT = 0.35;

	private final LocalResourceManager images;
	private final TreeViewer tree;
	private final BooleanSupplier onlyDoubtful;
	private List<StudyResult> results = List.of();

	/** @param onlyDoubtful whether what is simply within its tolerance is hidden */
	CellTree(Composite parent, BooleanSupplier onlyDoubtful) {
		this.onlyDoubtful = onlyDoubtful;
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		Composite frame = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
		TreeColumnLayout layout = new TreeColumnLayout();
		frame.setLayout(layout);
		tree = new TreeViewer(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		tree.getTree().setLinesVisible(true);
		ColumnViewerToolTipSupport.enableFor(tree);
		tree.setContentProvider(new ITreeContentProvider() {
			@Override
			public Object[] getElements(Object input) {
				return results.stream().map(Cell.OfStudy::new).filter(cell -> shown(cell)).toArray();
			}

			@Override
			public Object[] getChildren(Object parent) {
				return ((Cell) parent).children().stream().filter(cell -> shown(cell)).toArray();
			}

			@Override
			public Object getParent(Object element) {
				return null;
			}

			@Override
			public boolean hasChildren(Object element) {
				return !(element instanceof Cell.Value);
			}
		});
		column(layout, "Cell", SWT.LEFT, 5, 220, CellTexts::name, new VerdictTint(CellTexts::name));
		column(layout, "Metric", SWT.LEFT, 2, 70, cell -> value(cell, row -> row.metric().id()), null);
		column(layout, "Simulated", SWT.RIGHT, 2, 90, cell -> value(cell, row -> TraplinePreferences.number(row.value())), null);
		column(layout, "Published", SWT.RIGHT, 2, 90, cell -> value(cell, row -> TraplinePreferences.number(CellTexts.comparison(row).published().value())), null);
		column(layout, "Error", SWT.RIGHT, 1, 70, cell -> value(cell, Verdicts::error), new Tinted());
		column(layout, "Tolerance", SWT.RIGHT, 1, 80, cell -> value(cell, row -> CellTexts.comparison(row).tolerance().map(each -> each.bound().toString()).orElse("–")), null);
		column(layout, "Role", SWT.LEFT, 2, 95, cell -> value(cell, row -> CellTexts.role(CellTexts.comparison(row).role())), null);
		column(layout, "Verdict", SWT.LEFT, 1, 75, CellTexts::verdict, null);
	}

	private static String value(Cell cell, Function<ResultRow, String> text) {
		return cell instanceof Cell.Value value ? text.apply(value.row()) : "";
	}

	private boolean shown(Cell cell) {
		Predicate<Verdict> fine = Verdict.OK::equals;
		return !onlyDoubtful.getAsBoolean() || cell.verdict().filter(fine.negate()).isPresent();
	}

	/** Shows results. */
	void show(List<StudyResult> found) {
		results = found;
		tree.setInput(results);
		tree.expandAll();
	}

	/** Shows what is to be shown now. */
	void refresh() {
		tree.refresh();
		tree.expandAll();
	}

	/** The values in what is selected, or all that are shown where nothing is. */
	List<Cell.Value> values() {
		List<Cell.Value> values = new ArrayList<>();
		List<?> selected = tree.getStructuredSelection().toList();
		if (selected.isEmpty()) {
			results.forEach(each -> collect(new Cell.OfStudy(each), values));
		} else {
			selected.forEach(each -> collect((Cell) each, values));
		}
		return values.stream().distinct().toList();
	}

	private void collect(Cell cell, List<Cell.Value> into) {
		if (cell instanceof Cell.Value value) {
			into.add(value);
		} else {
			cell.children().stream().filter(this::shown).forEach(child -> collect(child, into));
		}
	}

	/** The value that is selected. */
	Optional<Cell.Value> selected() {
		return tree.getStructuredSelection().getFirstElement() instanceof Cell.Value value ? Optional.of(value) : Optional.empty();
	}

	/** The widget. */
	TreeViewer viewer() {
		return tree;
	}

	private void column(TreeColumnLayout layout, String title, int style, int weight, int width, Function<Cell, String> text, ColumnLabelProvider other) {
		TreeViewerColumn column = new TreeViewerColumn(tree, style);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, width, true));
		column.setLabelProvider(other != null ? other : new Labels(text));
	}

	/** A column's texts; all columns have the same tooltip. */
	private static class Labels extends ColumnLabelProvider {

		private final Function<Cell, String> text;

		Labels(Function<Cell, String> text) {
			this.text = text;
		}

		@Override
		public String getText(Object element) {
			return text.apply((Cell) element);
		}

		@Override
		public String getToolTipText(Object element) {
			return element instanceof Cell.Value value ? CellTexts.explain(value) : CellTexts.summary(((Cell) element).rows());
		}
	}

	private final class VerdictTint extends Labels {

		VerdictTint(Function<Cell, String> text) {
			super(text);
		}

		@Override
		public Image getImage(Object element) {
			return ((Cell) element).verdict().map(verdict -> images.get(TraplineUi.icon(verdict.id() + ".svg"))).orElse(null);
		}
	}

	private final class Tinted extends Labels {

		Tinted() {
			super(cell -> value(cell, Verdicts::error));
		}

		@Override
		public Color getBackground(Object element) {
			return element instanceof Cell.Value value && Verdicts.strain(value.row()).isPresent()
					? new Color(tint(tree.getTree().getBackground().getRGB(), Verdicts.strain(value.row()).getAsDouble()))
					: null;
		}
	}

	/** Green for the published value itself, by yellow at half of the tolerance to red where it ends. */
	static RGB tint(RGB paper, double strain) {
		double share = Math.clamp(strain, 0, 1);
		RGB color = share < 0.5 ? mix(GOOD, NEAR, share * 2) : mix(NEAR, BAD, share * 2 - 1);
		return mix(paper, color, TINT);
	}

	private static RGB mix(RGB one, RGB other, double share) {
		return new RGB((int) Math.round(one.red + (other.red - one.red) * share), (int) Math.round(one.green + (other.green - one.green) * share),
				(int) Math.round(one.blue + (other.blue - one.blue) * share));
	}
}
