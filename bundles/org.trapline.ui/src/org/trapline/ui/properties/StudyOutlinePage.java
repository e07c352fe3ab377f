// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.catalog.CatalogException;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.properties.ElementPropertiesPage.Subject;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;

/** The elements of a text and their parts, as the model's item providers tell them. The selection and the caret follow each other. */
final class StudyOutlinePage extends ContentOutlinePage {

	/** Typing is over when nothing comes for so many milliseconds. */
	private static final int PAUSE = 250;

	private final ITextEditor editor;
	private final IDocument document;
	private final Path path;
	private final ISelectionChangedListener moves = this::caretMoved;
	private final IDocumentListener edits = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// Only what is there counts.
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			current = false;
			readSoon();
		}
	};
	private Latest latest;
	private int pending;
	private boolean following;
	/** Whether the tree is about the text as it is: places of another text are not gone to. */
	private boolean current;

	StudyOutlinePage(ITextEditor editor, IDocument document, Path path) {
		this.editor = editor;
		this.document = document;
		this.path = path;
	}

	/**
	 * An element of the outline. It is the same one as long as it has the same label below the same owner, so that what is expanded stays so
	 * when the text changes.
	 *
	 * @param page   that shows it
	 * @param number counts those of the same label
	 * @param name   as it is shown
	 * @param kind   as it is shown beside; may be empty
	 */
	private record Node(StudyOutlinePage page, Node owner, EObject element, String name, String kind, int number, List<Node> parts) implements IAdaptable {

		static List<Node> of(StudyOutlinePage page, ModelItems items, Node owner, EObject element) {
			List<Node> nodes = new ArrayList<>();
			Map<String, Integer> numbers = new HashMap<>();
			for (EObject part : inOrderOfText(items.parts(element))) {
				String kind = items.kind(part);
				String name = kind.isEmpty() ? items.text(part) : ((NamedElement) part).getName();
				Node node = new Node(page, owner, part, name, kind, numbers.merge(kind + " " + name, 1, Integer::sum), new ArrayList<>());
				node.parts.addAll(of(page, items, node, part));
				nodes.add(node);
			}
			return nodes;
		}

		private static List<EObject> inOrderOfText(List<EObject> parts) {
			List<EObject> ordered = new ArrayList<>(parts);
			ordered.sort(Comparator.comparingInt(part -> region(part).getOffset()));
			return ordered;
		}

		static INode region(EObject element) {
			ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
			return Objects.requireNonNull(node, () -> "an element that no text says: " + element);
		}

		/** Where the name stands, or else where the element begins. */
		INode place() {
			List<INode> names = element instanceof NamedElement ? NodeModelUtils.findNodesForFeature(element, ModelPackage.Literals.NAMED_ELEMENT__NAME) : List.of();
			return names.isEmpty() ? region(element) : names.getFirst();
		}

		@Override
		public <T> T getAdapter(Class<T> adapter) {
			return adapter == Subject.class ? adapter.cast(page.subject(EcoreUtil.getRelativeURIFragmentPath(EcoreUtil.getRootContainer(element), element))) : null;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Node node && name.equals(node.name) && kind.equals(node.kind) && number == node.number && Objects.equals(owner, node.owner);
		}

		@Override
		public int hashCode() {
			return Objects.hash(name, kind, number, owner);
		}
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Parts());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels(new LocalResourceManager(JFaceResources.getResources(), tree.getControl()))));
		tree.setInput(List.of());
		latest = new Latest(tree.getControl());
		document.addDocumentListener(edits);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(moves);
		}
		read();
	}

	private Subject subject(String fragment) {
		return new Subject(editor, document, path, model -> Optional.ofNullable(EcoreUtil.getEObject(model, fragment)));
	}

	@Override
	public void setActionBars(IActionBars bars) {
		// What is seen here is the text: its undoing is the editor's.
		for (String action : new String[] { ActionFactory.UNDO.getId(), ActionFactory.REDO.getId() }) {
			bars.setGlobalActionHandler(action, editor.getAction(action));
		}
	}

	private void readSoon() {
		int number = ++pending;
		Display.getCurrent().timerExec(PAUSE, () -> {
			if (number == pending && getControl() != null && !getControl().isDisposed()) {
				read();
			}
		});
	}

	private void read() {
		String text = document.get();
		latest.ask("Outline", () -> nodes(text), nodes -> {
			current = text.equals(document.get());
			show(nodes);
		});
	}

	private List<Node> nodes(String text) {
		try {
			TraplineModel model = Runs.ofWorkbench().studies().withTexts(Map.of(path, text)).read(path);
			return NodeModelUtils.getNode(model) == null ? List.of() : Node.of(this, new ModelItems(), null, model);
		} catch (IOException | CatalogException e) {
			// Nothing is known of a text that cannot be read; the editor says why.
			return List.of();
		}
	}

	private void show(List<Node> nodes) {
		Control control = getControl();
		control.setRedraw(false);
		try {
			following = true;
			Object[] expanded = getTreeViewer().getExpandedElements();
			getTreeViewer().setInput(nodes);
			getTreeViewer().setExpandedElements(expanded);
		} finally {
			following = false;
			control.setRedraw(true);
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!following && current && event.getSelection() instanceof IStructuredSelection selection && selection.getFirstElement() instanceof Node node) {
			following = true;
			try {
				editor.selectAndReveal(node.place().getOffset(), node.place().getLength());
			} finally {
				following = false;
			}
		}
	}

	private void caretMoved(SelectionChangedEvent event) {
		if (following || !current || getControl() == null || getControl().isDisposed() || !(event.getSelection() instanceof ITextSelection caret)
				|| !(getTreeViewer().getInput() instanceof List<?> nodes)) {
			return;
		}
		Node around = around(nodes.stream().map(Node.class::cast).toList(), caret.getOffset());
		following = true;
		try {
			getTreeViewer().setSelection(around == null ? StructuredSelection.EMPTY : new StructuredSelection(around), true);
		} finally {
			following = false;
		}
	}

	/** The innermost element around a place whose owner is expanded; null where there is none. */
	private Node around(List<Node> nodes, int offset) {
		for (Node node : nodes) {
			INode region = Node.region(node.element());
			if (region.getOffset() <= offset && offset <= region.getEndOffset()) {
				Node inner = getTreeViewer().getExpandedState(node) ? around(node.parts(), offset) : null;
				return inner == null ? node : inner;
			}
		}
		return null;
	}

	@Override
	public void dispose() {
		document.removeDocumentListener(edits);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(moves);
		}
		super.dispose();
	}

	private static final class Parts implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return input instanceof List<?> nodes ? nodes.toArray() : new Object[0];
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((Node) parent).parts().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return ((Node) element).owner();
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((Node) element).parts().isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

		private final LocalResourceManager images;

		Labels(LocalResourceManager images) {
			this.images = images;
		}

		@Override
		public StyledString getStyledText(Object element) {
			Node node = (Node) element;
			StyledString text = new StyledString(node.name());
			if (!node.kind().isEmpty()) {
				text.append("  " + node.kind(), StyledString.QUALIFIER_STYLER);
			}
			return text;
		}

		@Override
		public Image getImage(Object element) {
			EObject shown = ((Node) element).element();
			return images.get(TraplineUi.icon(switch (shown.eClass().getClassifierID()) {
			case ModelPackage.IMPORT -> "library";
			case ModelPackage.CPU -> "cpu";
			case ModelPackage.HYPERVISOR, ModelPackage.LEVEL -> "hypervisor";
			case ModelPackage.MECHANISM -> "mechanism";
			case ModelPackage.PLATFORM -> "platform";
			case ModelPackage.STACK -> "stack";
			case ModelPackage.EXPERIMENT -> "experiment";
			case ModelPackage.REFERENCE -> "validation";
			default -> shown instanceof Workload ? "workload" : "element";
			} + ".svg"));
		}
	}
}
