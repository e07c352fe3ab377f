// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trapline.run.Examples;
import org.trapline.run.Studies;
import org.trapline.ui.TextInput;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.UiCommands;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;

/**
 * The help: its contents as a tree, a field that finds words in all of it, and a topic to be read. Links are followed by the mouse, or by Tab and Enter.
 */
public final class HelpView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.help";

	private static final String START = "help";
	private static final String EXAMPLE = "example:";
	private static final String PROJECT = "project:";
	private static final String FOUND = "search:";

	private final Deque<String> back = new ArrayDeque<>();
	private final Deque<String> forward = new ArrayDeque<>();
	private Text search;
	private TreeViewer tree;
	private StyledText page;
	private Action backAction;
	private Action forwardAction;
	private Optional<HelpContents> contents = Optional.empty();
	private List<HelpText.Span> links = List.of();
	/** What is shown, or will be as soon as the contents are made. */
	private String shown = "";
	/** A word of the language whose topic is wanted when the contents are made. */
	private String word = "";
	private boolean selecting;

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
		search.setMessage("Search the help");
		search.addListener(SWT.DefaultSelection, event -> find());
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(search);
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		tree = new TreeViewer(sash, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
		tree.setContentProvider(new Topics());
		tree.setLabelProvider(new LabelProvider() {
			@Override
			public String getText(Object element) {
				return ((HelpTopic) element).title();
			}
		});
		tree.addSelectionChangedListener(event -> {
			if (!selecting && event.getStructuredSelection().getFirstElement() instanceof HelpTopic topic) {
				show(topic.id());
			}
		});
		page = new StyledText(sash, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
		page.setMargins(12, 8, 12, 8);
		page.setLineSpacing(2);
		page.addListener(SWT.MouseUp, event -> {
			int offset = page.getOffsetAtPoint(new Point(event.x, event.y));
			if (page.getSelectionCount() == 0) {
				links.stream().filter(link -> link.start() <= offset && offset < link.start() + link.length()).findFirst().ifPresent(link -> follow(link.target()));
			}
		});
		page.addListener(SWT.Traverse, event -> {
			if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				event.doit = !selectLink(event.detail == SWT.TRAVERSE_TAB_NEXT);
				if (!event.doit) {
					event.detail = SWT.TRAVERSE_NONE;
				}
			}
		});
		page.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				followSelected();
			}
		});
		sash.setWeights(30, 70);
		backAction = action("Back", ISharedImages.IMG_TOOL_BACK, this::goBack);
		forwardAction = action("Forward", ISharedImages.IMG_TOOL_FORWARD, this::goForward);
		Action home = action("Contents", ISharedImages.IMG_ETOOL_HOME_NAV, () -> show(START));
		List.of(backAction, forwardAction, home).forEach(getViewSite().getActionBars().getToolBarManager()::add);
		write("Making the help of what is installed…");
		enable();
		List<HelpTopic> workbench = HelpPages.ofWorkbench(PlatformUI.getWorkbench());
		Studies studies = Runs.ofWorkbench().studies();
		new Latest(page).ask("Help", () -> new HelpPages(studies, workbench).make(), this::made);
	}

	private static Action action(String text, String image, Runnable run) {
		Action action = new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setToolTipText(text);
		IWorkbench workbench = PlatformUI.getWorkbench();
		action.setImageDescriptor(workbench.getSharedImages().getImageDescriptor(image));
		return action;
	}

	private void made(HelpContents made) {
		contents = Optional.of(made);
		tree.setInput(made);
		String wanted = shown.isEmpty() ? START : shown;
		shown = "";
		if (word.isEmpty()) {
			show(wanted);
		} else {
			showKeyword(word);
		}
	}

	/** Shows a topic; the contents when there is none of this id. */
	public void show(String id) {
		if (contents.isPresent() && !shown.isEmpty() && !shown.equals(id)) {
			back.push(shown);
			forward.clear();
		}
		word = "";
		go(id);
	}

	/** Shows what the language makes of a word. */
	public void showKeyword(String keyword) {
		if (contents.isEmpty()) {
			word = keyword;
		} else {
			show(contents.get().keyword(keyword).map(HelpTopic::id).orElse("language"));
		}
	}

	private void go(String id) {
		shown = id;
		if (contents.isEmpty()) {
			return;
		}
		if (id.startsWith(FOUND)) {
			write(found(id.substring(FOUND.length())));
			tree.setSelection(StructuredSelection.EMPTY);
		} else {
			HelpTopic topic = contents.get().topic(id).orElseGet(() -> contents.get().topics().getFirst());
			shown = topic.id();
			write("# " + topic.title() + "\n\n" + topic.text() + (topic.parts().isEmpty() || topic.text().contains("](" + topic.parts().getFirst().id() + ")") ? ""
					: "\n\n" + HelpTopic.list(topic.parts())));
			selecting = true;
			try {
				tree.setSelection(new StructuredSelection(topic), true);
			} finally {
				selecting = false;
			}
		}
		enable();
	}

	/** Shows what was shown before. */
	public void goBack() {
		if (!back.isEmpty()) {
			forward.push(shown);
			go(back.pop());
		}
	}

	/** Shows what was shown before going back. */
	public void goForward() {
		if (!forward.isEmpty()) {
			back.push(shown);
			go(forward.pop());
		}
	}

	private void enable() {
		backAction.setEnabled(!back.isEmpty());
		forwardAction.setEnabled(!forward.isEmpty());
	}

	private void find() {
		if (!search.getText().isBlank()) {
			show(FOUND + search.getText().strip());
		}
	}

	/** Finds words, and shows where. */
	public void find(String words) {
		search.setText(words);
		find();
	}

	private String found(String words) {
		List<HelpContents.Hit> hits = contents.orElseThrow().search(words);
		if (hits.isEmpty()) {
			return "# Nothing found\n\nNo topic has all of these words: *" + words + "*. Fewer words, or the beginnings of words, find more.";
		}
		StringBuilder text = new StringBuilder("# " + hits.size() + (hits.size() == 1 ? " topic" : " topics") + " with " + words + "\n");
		hits.forEach(hit -> text.append("\n[%s](%s)\n%s\n".formatted(hit.topic().title(), hit.topic().id(), hit.context())));
		return text.toString();
	}

	private void write(String markdown) {
		HelpText text = HelpText.of(markdown);
		links = text.spans().stream().filter(span -> span.look() == HelpText.Look.LINK).toList();
		page.setText(text.plain());
		page.setStyleRanges(text.spans().stream().map(this::style).toArray(StyleRange[]::new));
		page.setSelection(0);
		page.setTopIndex(0);
	}

	private StyleRange style(HelpText.Span span) {
		StyleRange range = new StyleRange(span.start(), span.length(), null, null);
		switch (span.look()) {
		case HEADING -> range.font = JFaceResources.getFont(JFaceResources.HEADER_FONT);
		case STRONG -> range.fontStyle = SWT.BOLD;
		case EMPHASIS -> range.fontStyle = SWT.ITALIC;
		case CODE -> range.font = JFaceResources.getFont(JFaceResources.TEXT_FONT);
		case LINK -> {
			range.underline = true;
			range.underlineStyle = SWT.UNDERLINE_LINK;
			range.foreground = JFaceResources.getColorRegistry().get(JFacePreferences.HYPERLINK_COLOR);
		}
		}
		return range;
	}

	/** Selects the next or the last link before; false where there is none, so that the focus goes on. */
	private boolean selectLink(boolean next) {
		int caret = next ? page.getSelection().y : page.getSelection().x;
		Optional<HelpText.Span> link = next ? links.stream().filter(each -> each.start() >= caret).findFirst()
				: links.reversed().stream().filter(each -> each.start() + each.length() <= caret && each.start() < caret).findFirst();
		link.ifPresent(each -> {
			page.setSelection(each.start(), each.start() + each.length());
			page.showSelection();
		});
		return link.isPresent();
	}

	private void followSelected() {
		int start = page.getSelection().x;
		links.stream().filter(each -> each.start() <= start && start < each.start() + each.length()).findFirst().ifPresent(link -> follow(link.target()));
	}

	private void follow(String target) {
		if (target.startsWith(PROJECT)) {
			UiCommands.execute(getSite(), "org.trapline.ui.newExample", Map.of("org.trapline.ui.newExample.id", target.substring(PROJECT.length())));
		} else if (target.startsWith(EXAMPLE)) {
			String file = target.substring(EXAMPLE.length());
			try {
				for (Examples.Example example : Examples.shipped()) {
					for (Examples.ExampleFile each : example.files()) {
						if (file.equals(example.id() + "/" + each.path())) {
							TextInput.open(getSite().getPage(), each, example.title());
						}
					}
				}
			} catch (PartInitException e) {
				TraplineUi.log(e.getStatus());
			}
		} else {
			show(target);
		}
	}

	@Override
	public void setFocus() {
		page.setFocus();
	}

	void setFocusToSearch() {
		search.setFocus();
		search.selectAll();
	}

	/** All topics; empty while they are made. */
	public Optional<HelpContents> contents() {
		return contents;
	}

	/** The id of the topic that is shown; empty while the contents are made. */
	public String shown() {
		return contents.isEmpty() ? "" : shown;
	}

	/** Topics below topics. */
	private static final class Topics implements ITreeContentProvider {

		private final Map<HelpTopic, HelpTopic> owners = new HashMap<>();

		@Override
		public void inputChanged(Viewer viewer, Object before, Object after) {
			owners.clear();
			if (after instanceof HelpContents all) {
				all.topics().stream().flatMap(HelpTopic::all).forEach(topic -> topic.parts().forEach(part -> owners.put(part, topic)));
			}
		}

		@Override
		public Object[] getElements(Object input) {
			return ((HelpContents) input).topics().toArray();
		}

		@Override
		public Object[] getChildren(Object topic) {
			return ((HelpTopic) topic).parts().toArray();
		}

		@Override
		public Object getParent(Object topic) {
			return owners.get(topic);
		}

		@Override
		public boolean hasChildren(Object topic) {
			return !((HelpTopic) topic).parts().isEmpty();
		}
	}
}
