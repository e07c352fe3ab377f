// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trapline.run.Examples;
import org.trapline.ui.TextInput;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.UiCommands;

/** The help: its contents as a tree, a field that finds words in all of it, and a topic to be read. */
public final class HelpView extends ViewPart {

	/** Id of this view. */
	public static final String ID = "org.trapline.ui.help";

	private static final String EXAMPLE = "example:";
	private static final String PROJECT = "project:";

	private Text search;
	private TreeViewer tree;
	private HelpReader reader;
	private Action backAction;
	private Action forwardAction;
	private boolean selecting;

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(parent);
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
		backAction = action("Back", ISharedImages.IMG_TOOL_BACK, this::goBack);
		forwardAction = action("Forward", ISharedImages.IMG_TOOL_FORWARD, this::goForward);
		Action home = action("Contents", ISharedImages.IMG_ETOOL_HOME_NAV, () -> show(HelpReader.START));
		List.of(backAction, forwardAction, home).forEach(getViewSite().getActionBars().getToolBarManager()::add);
		reader = new HelpReader(sash, Optional.of(this::leave), this::changed);
		sash.setWeights(30, 70);
		backAction.setEnabled(false);
		forwardAction.setEnabled(false);
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

	private void changed() {
		HelpContents contents = reader.contents().orElseThrow();
		selecting = true;
		try {
			if (tree.getInput() != contents) {
				tree.setInput(contents);
			}
			tree.setSelection(contents.topic(reader.shown()).map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
		} finally {
			selecting = false;
		}
		backAction.setEnabled(reader.canGoBack());
		forwardAction.setEnabled(reader.canGoForward());
	}

	/** Shows a topic; the contents when there is none of this id. */
	public void show(String id) {
		reader.show(id);
	}

	/**
	 * Shows what the language makes of a word.
	 *
	 * @param rules finds the rules of the grammar that made it where it is, the innermost first; asked off the UI thread
	 */
	void showKeyword(String keyword, Supplier<List<String>> rules) {
		reader.showKeyword(keyword, rules);
	}

	/** Shows what was shown before. */
	public void goBack() {
		reader.goBack();
	}

	/** Shows what was shown before going back. */
	public void goForward() {
		reader.goForward();
	}

	private void find() {
		if (!search.getText().isBlank()) {
			reader.find(search.getText().strip());
		}
	}

	/** Finds words, and shows where. */
	public void find(String words) {
		search.setText(words);
		find();
	}

	/** Follows a link to a file of an example, or to the wizard that makes a project of one. */
	private void leave(String target) {
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
		}
	}

	@Override
	public void setFocus() {
		reader.control().setFocus();
	}

	void setFocusToSearch() {
		search.setFocus();
		search.selectAll();
	}

	/** All topics; empty while they are made. */
	public Optional<HelpContents> contents() {
		return reader.contents();
	}

	/** The id of the topic that is shown; empty while the contents are made. */
	public String shown() {
		return reader.shown();
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
