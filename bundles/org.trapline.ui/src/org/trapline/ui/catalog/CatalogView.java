// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.catalog.CatalogException;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.run.catalog.CatalogListing;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.UiCommands;
import org.trapline.ui.examples.NewExampleHandler;
import org.trapline.ui.picture.DetailTable;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;
import org.trapline.ui.study.OpenStudy;
import org.trapline.ui.study.Places;
import org.trapline.ui.study.StudyTracker;

/** What is installed, with its documentation and parameters; it can be put into the open file. */
public final class CatalogView extends ViewPart {

	/** Id of this view; older than its name, and kept because workspaces and perspectives store it. */
	public static final String ID = "org.trapline.ui.catalogue";

	private LocalResourceManager images;
	private Text filter;
	private TreeViewer tree;
	private Text documentation;
	private DetailTable properties;
	private Action insert;
	private Action open;
	private StudyTracker tracker;
	private Inserter inserter;
	private List<CatalogEntry> entries = List.of();
	private Optional<String> problem = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		filter = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage("Filter");
		filter.setToolTipText("Show only entries with all of these words in name, library or documentation");
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(filter);
		filter.addListener(SWT.Modify, event -> {
			tree.refresh();
			if (!filter.getText().isBlank()) {
				tree.expandAll();
			}
		});
		SashForm sash = new SashForm(page, SWT.VERTICAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		inserter = new Inserter(parent, getSite().getPage());
		createTree(sash);
		Composite below = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(below);
		Label what = new Label(below, SWT.NONE);
		what.setText("Documentation:");
		GridDataFactory.fillDefaults().indent(6, 0).applyTo(what);
		documentation = new Text(below, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 4 * documentation.getLineHeight()).indent(6, 0).applyTo(documentation);
		Composite table = new Composite(below, SWT.NONE);
		table.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		properties = new DetailTable(table, "Parameter");
		sash.setWeights(55, 45);
		createActions();
		getSite().setSelectionProvider(tree);
		tracker = new StudyTracker(getSite().getPage(), study -> {
			study.map(OpenStudy::editor).ifPresent(this::acceptDrops);
			enable();
		}, caret -> {
		});
		load();
	}

	private record Loaded(List<CatalogEntry> entries, Optional<String> problem) {
	}

	private void load() {
		new Latest(tree.getControl()).ask("Reading the catalog", () -> {
			try {
				return new Loaded(new CatalogListing(Runs.ofWorkbench().studies()).entries(), Optional.empty());
			} catch (CatalogException e) {
				return new Loaded(List.of(), Optional.of(e.getMessage()));
			}
		}, loaded -> {
			entries = loaded.entries();
			problem = loaded.problem();
			tree.setInput(entries);
			tree.setExpandedElements((Object[]) new Kind[] { Kind.CPU, Kind.MECHANISM, Kind.HYPERVISOR });
			select();
		});
	}

	// ------------------------------------------------------------------------------------------- the tree

	private void createTree(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		TreeColumnLayout layout = new TreeColumnLayout();
		frame.setLayout(layout);
		tree = new TreeViewer(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setHeaderVisible(true);
		ColumnViewerToolTipSupport.enableFor(tree);
		tree.setContentProvider(new ITreeContentProvider() {
			@Override
			public Object[] getElements(Object input) {
				return Arrays.stream(Kind.values()).filter(kind -> !of(kind).isEmpty()).toArray();
			}

			@Override
			public Object[] getChildren(Object parent) {
				return parent instanceof Kind kind ? of(kind).toArray() : new Object[0];
			}

			@Override
			public Object getParent(Object element) {
				return element instanceof CatalogEntry entry ? entry.kind() : null;
			}

			@Override
			public boolean hasChildren(Object element) {
				return element instanceof Kind;
			}
		});
		column(layout, "Name", 3, 215, true);
		column(layout, "Description", 5, 160, false);
		tree.addSelectionChangedListener(event -> select());
		// A double-click, or Enter.
		tree.addOpenListener(event -> {
			if (insert.isEnabled()) {
				insertSelected();
			} else {
				openText();
			}
		});
		EntryDrag.from(tree);
	}

	private List<CatalogEntry> of(Kind kind) {
		List<String> words = Arrays.stream(filter.getText().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
		return entries.stream().filter(entry -> entry.kind() == kind).filter(entry -> {
			String text = (entry.name() + " " + entry.library() + " " + entry.documentation()).toLowerCase(Locale.ROOT);
			return words.stream().allMatch(text::contains);
		}).toList();
	}

	private void column(TreeColumnLayout layout, String title, int weight, int width, boolean name) {
		TreeViewerColumn column = new TreeViewerColumn(tree, SWT.LEFT);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, width, true));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return switch (element) {
				case Kind kind -> name ? kind.title() : "";
				case CatalogEntry entry -> name ? entry.name() : entry.summary();
				default -> "";
				};
			}

			@Override
			public Image getImage(Object element) {
				Kind kind = element instanceof Kind itself ? itself : ((CatalogEntry) element).kind();
				return name ? images.get(TraplineUi.icon(icon(kind))) : null;
			}

			@Override
			public String getToolTipText(Object element) {
				return element instanceof CatalogEntry entry ? entry.name() + (entry.library().isEmpty() ? "" : "\nimport \"" + entry.library() + "\"")
						+ (entry.documentation().isEmpty() ? "" : "\n" + entry.documentation()) : null;
			}
		});
	}

	private static String icon(Kind kind) {
		return kind == Kind.STUDY ? "trapline.svg" : kind.id() + ".svg";
	}

	private Optional<CatalogEntry> selected() {
		IStructuredSelection selection = tree.getStructuredSelection();
		return selection.getFirstElement() instanceof CatalogEntry entry ? Optional.of(entry) : Optional.empty();
	}

	private void select() {
		documentation.setText(problem.orElseGet(() -> selected().map(CatalogEntry::documentation)
				.orElse("Select an entry to read about it. Insert into Editor, double-click or drag and drop inserts it into the open file and imports its library.")));
		List<DetailTable.Line> lines = new ArrayList<>();
		selected().ifPresent(entry -> {
			if (!entry.library().isEmpty()) {
				lines.add(new DetailTable.Line("import", "\"" + entry.library() + "\"", entry.place().map(Places::name).orElse(""),
						Optional.of(this::openText)));
			}
			entry.parameters().forEach(each -> lines.add(new DetailTable.Line(each.name(),
					each.value() + (each.explanation().isEmpty() ? "" : ": " + each.explanation().replaceAll("\\s+", " ")))));
		});
		properties.show(lines);
		enable();
	}

	// ------------------------------------------------------------------------------------------- actions

	private void createActions() {
		insert = new Action("Insert into Editor") {
			@Override
			public void run() {
				insertSelected();
			}
		};
		insert.setToolTipText("Insert it at the caret of the open file and import its library (Enter, double-click)");
		insert.setImageDescriptor(TraplineUi.icon("insert.svg"));
		open = new Action("Open Definition") {
			@Override
			public void run() {
				openText();
			}
		};
		open.setToolTipText("Open the file that defines it");
		open.setImageDescriptor(TraplineUi.icon("trapline.svg"));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		IMenuManager menu = getViewSite().getActionBars().getMenuManager();
		MenuManager context = new MenuManager();
		for (Action action : List.of(insert, open)) {
			bar.add(action);
			menu.add(action);
			context.add(action);
		}
		tree.getTree().setMenu(context.createContextMenu(tree.getTree()));
	}

	private void enable() {
		Optional<CatalogEntry> entry = selected();
		boolean study = entry.filter(each -> each.kind() == Kind.STUDY).isPresent();
		insert.setText(study ? "Create Project…" : "Insert into Editor");
		insert.setEnabled(entry.isPresent() && (study || tracker != null && tracker.current().isPresent()));
		open.setEnabled(entry.filter(each -> each.place().isPresent() || study).isPresent());
	}

	/** Puts the selected entry into the study in the editor; makes a project of a study. */
	public void insertSelected() {
		Optional<CatalogEntry> entry = selected();
		if (entry.isEmpty()) {
			return;
		}
		if (entry.get().kind() == Kind.STUDY) {
			createProject(entry.get());
			return;
		}
		Optional<ITextEditor> editor = tracker.current().map(OpenStudy::editor);
		if (editor.isEmpty()) {
			MessageDialog.openInformation(getSite().getShell(), "Insert into Editor", "Open a .trapline file first. The entry is inserted at its caret.");
			return;
		}
		inserter.insert(editor.get(), entry.get(), entries);
	}

	/** What is dragged from here into an editor is inserted where it is let go. */
	private void acceptDrops(ITextEditor editor) {
		// It comes from the view that is there then, which need not be this one any more.
		EntryDrag.into(editor, (entry, offset) -> {
			if (editor.getSite().getPage().findView(ID) instanceof CatalogView source) {
				source.inserter.insert(editor, entry, source.entries, offset);
			}
		});
	}

	private void createProject(CatalogEntry study) {
		UiCommands.execute(getSite(), TraplineUi.NEW_EXAMPLE_COMMAND, Map.of(NewExampleHandler.EXAMPLE, study.name()));
	}

	private void openText() {
		selected().ifPresent(entry -> {
			if (entry.kind() == Kind.STUDY) {
				createProject(entry);
			}
			entry.place().ifPresent(place -> {
				try {
					Places.open(getSite().getPage(), place);
				} catch (PartInitException e) {
					TraplineUi.log(e.getStatus());
				}
			});
		});
	}

	// ------------------------------------------------------------------------------------------- for others

	/** All entries; empty while they are read. */
	public List<CatalogEntry> entries() {
		return entries;
	}

	/** What is shown of a kind. */
	public List<CatalogEntry> shown(Kind kind) {
		return of(kind);
	}

	/** Shows only what has these words. */
	public void filter(String words) {
		filter.setText(words);
	}

	/** Selects an entry. */
	public void select(CatalogEntry entry) {
		tree.setSelection(new StructuredSelection(entry), true);
	}

	/** What is known of the selected entry. */
	public List<DetailTable.Line> details() {
		return properties.lines();
	}

	@Override
	public void setFocus() {
		tree.getTree().setFocus();
	}

	@Override
	public void dispose() {
		if (tracker != null) {
			tracker.dispose();
		}
		super.dispose();
	}
}
