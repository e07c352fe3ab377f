// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.welcome;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IntroPart;
import org.trapline.run.Examples;
import org.trapline.run.Examples.Example;
import org.trapline.run.Examples.ExampleFile;
import org.trapline.ui.TextInput;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.UiCommands;
import org.trapline.ui.catalog.CatalogView;
import org.trapline.ui.examples.NewExampleHandler;
import org.trapline.ui.validation.ValidationView;

/**
 * The welcome page: what Trapline is, and a study to begin with. It is made of ordinary widgets: it needs no browser, takes the
 * workbench's theme and can be used by keyboard.
 */
public final class TraplineWelcome extends IntroPart {

	/** Id of this page. */
	public static final String ID = "org.trapline.ui.welcome";

	/** Lines of text longer than this are hard to read. */
	private static final int TEXT_WIDTH = 660;
	private static final int CARD_MARGIN = 16;

	private ScrolledComposite scroll;
	private Composite content;
	private LocalResourceManager resources;

	@Override
	public void createPartControl(Composite parent) {
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		resources = new LocalResourceManager(JFaceResources.getResources(), scroll);
		Composite page = new Composite(scroll, SWT.NONE);
		// The content stands in the middle.
		GridLayoutFactory.fillDefaults().margins(40, 48).applyTo(page);
		content = new Composite(page, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).applyTo(content);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(content);
		heading();
		section("Start from a study");
		for (Example example : Examples.shipped()) {
			example(example);
		}
		section("Next steps");
		link("<a>A first study in five minutes</a>: a step-by-step guide", () -> {
			closeWelcome();
			show(GuideView.ID);
		});
		link("<a>An empty project</a> for your own studies", () -> {
			UiCommands.execute(getIntroSite().getWorkbenchWindow(), TraplineUi.NEW_EXAMPLE_COMMAND);
			closeWelcome();
		});
		link("<a>Validation</a>: published and simulated values, and how accurate the models are", () -> {
			closeWelcome();
			show(ValidationView.ID).map(ValidationView.class::cast).ifPresent(ValidationView::validateShipped);
		});
		link("<a>Catalog</a>: installed CPU models, mechanisms, hypervisors and workloads", () -> {
			closeWelcome();
			show(CatalogView.ID);
		});
		link("<a>Go to the workbench</a>: projects, editor, results", this::closeWelcome);
		text(content, "Help > Welcome shows this page again.", 2);
		scroll.setContent(page);
		scroll.addListener(SWT.Resize, event -> fit());
		fit();
	}

	private void heading() {
		Composite banner = new Composite(content, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(20, 2).applyTo(banner);
		Label logo = new Label(banner, SWT.NONE);
		logo.setImage(resources.create(TraplineUi.icon("logo.svg")));
		GridDataFactory.swtDefaults().span(1, 2).applyTo(logo);
		Label name = new Label(banner, SWT.NONE);
		name.setText("Trapline");
		name.setFont(font(2.4, SWT.BOLD));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.END).applyTo(name);
		Label tagline = new Label(banner, SWT.NONE);
		tagline.setText("A workbench for nested virtualization");
		tagline.setFont(font(1.25, SWT.NORMAL));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(tagline);
		text(content, "Describe a machine and a stack of hypervisors as text, run workloads on it trap by trap, and compare what "
				+ "different hardware and software mechanisms do.", 12);
	}

	private void section(String title) {
		Label label = new Label(content, SWT.NONE);
		label.setText(title);
		label.setFont(font(1.25, SWT.BOLD));
		GridDataFactory.swtDefaults().indent(0, 22).applyTo(label);
	}

	private void example(Example example) {
		Composite card = new Composite(content, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 4).applyTo(card);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(CARD_MARGIN, 12).spacing(CARD_MARGIN, 4).applyTo(card);
		Label title = new Label(card, SWT.WRAP);
		title.setText(example.title().replace("&", "&&"));
		title.setFont(font(1, SWT.BOLD));
		Button create = new Button(card, SWT.PUSH);
		create.setText("Create Project…");
		create.setToolTipText("Create a project with the files of this study and open it");
		create.setData("example", example.id());
		create.addListener(SWT.Selection, event -> create(example));
		GridDataFactory.swtDefaults().span(1, 2).align(SWT.END, SWT.CENTER).applyTo(create);
		// A text that is laid out wider than it is measured leaves empty lines below it.
		int inside = TEXT_WIDTH - 2 * (CARD_MARGIN + card.getBorderWidth());
		GridDataFactory beside = GridDataFactory.fillDefaults().hint(inside - CARD_MARGIN - create.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, SWT.DEFAULT);
		beside.applyTo(title);
		Label description = new Label(card, SWT.WRAP);
		description.setText(example.description().replace("&", "&&"));
		beside.applyTo(description);
		Link files = new Link(card, SWT.WRAP);
		files.setText("Read: " + example.files().stream().map(file -> "<a href=\"" + file.path() + "\">" + file.path().replaceFirst("\\.trapline$", "") + "</a>")
				.collect(Collectors.joining(", ")));
		files.setToolTipText("Opens the file read-only; create a project to change it");
		files.setData("files", example.id());
		files.addListener(SWT.Selection, event -> example.files().stream().filter(file -> file.path().equals(event.text)).findFirst().ifPresent(this::read));
		GridDataFactory.fillDefaults().span(2, 1).hint(inside, SWT.DEFAULT).applyTo(files);
	}

	private void read(ExampleFile file) {
		try {
			TextInput.open(getIntroSite().getWorkbenchWindow().getActivePage(), file, file.path() + " of the shipped study " + file.example());
			closeWelcome();
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private void create(Example example) {
		IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
		UiCommands.execute(window, TraplineUi.NEW_EXAMPLE_COMMAND, Map.of(NewExampleHandler.EXAMPLE, example.id()));
		if (window.getActivePage() != null && window.getActivePage().getActiveEditor() != null) {
			closeWelcome();
		}
	}

	private void closeWelcome() {
		PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
	}

	private void link(String text, Runnable action) {
		Link link = new Link(content, SWT.NONE);
		link.setText(text);
		link.addListener(SWT.Selection, event -> action.run());
		GridDataFactory.swtDefaults().indent(0, 2).applyTo(link);
	}

	private static Optional<IViewPart> show(String view) {
		try {
			return Optional.of(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(view));
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
			return Optional.empty();
		}
	}

	private static void text(Composite parent, String text, int indent) {
		Label label = new Label(parent, SWT.WRAP);
		label.setText(text);
		GridDataFactory.swtDefaults().indent(0, indent).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
	}

	private Font font(double times, int style) {
		int height = JFaceResources.getDialogFont().getFontData()[0].getHeight();
		return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont())
				.setHeight((int) Math.round(height * times)).setStyle(style));
	}

	private void fit() {
		Point size = scroll.getContent().computeSize(SWT.DEFAULT, SWT.DEFAULT);
		scroll.setMinSize(size);
	}

	@Override
	public void setFocus() {
		content.setFocus();
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// The page is as useful in standby: it scrolls.
	}
}
