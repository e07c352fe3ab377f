// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.trapline.catalog.CatalogException;
import org.trapline.chart.export.ExportFormat;
import org.trapline.cli.TraplineCommand;
import org.trapline.lang.ui.Renaming;
import org.trapline.run.Examples;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogListing;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.preferences.TraplinePreferencePage;
import org.trapline.ui.run.StudyTabs;
import org.trapline.ui.runs.RunsView;
import org.trapline.ui.wizards.FileTemplate;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes the help of what is installed: the reference pages, the usage of the command line, the guide, the descriptions of views and wizards, the keys that
 * are bound. No text of it is written for the help alone.
 */
final class HelpPages {

	private static final String PREFIX = "org.trapline.";
	private static final String PERFORMANCE = "/docs/performance.md";
	private static final String GUIDE = "/guides/first-study.xml";
	private static final String CONCEPTS = "/guides/concepts.md";

	private final Supplier<Studies> studies;

	/** @param studies what is installed; asked by each page that needs it */
	HelpPages(Supplier<Studies> studies) {
		this.studies = studies;
	}

	/** Makes a topic. */
	private interface Maker {
		HelpTopic make() throws IOException, InvalidStudyException, CatalogException, SAXException, ParserConfigurationException;
	}

	/** One topic of the highest level. */
	private record Page(String id, String title, Maker maker) {
	}

	private List<Page> pages() {
		return List.of(new Page("guide", "Getting Started", HelpPages::guide), new Page("concepts", "Concepts", HelpPages::concepts),
				new Page("examples", "Examples", HelpPages::examples),
				new Page("language", "Language", () -> HelpTopic.ofPage("language", "Language", ReferencePage.LANGUAGE.text(studies.get()))),
				new Page("models", "Libraries and Mechanisms", this::models), new Page("commands", "Command Line", HelpPages::commands),
				new Page("formats", "Formats", FormatsPage::topic),
				new Page("calibration", "Calibration", () -> HelpTopic.ofPage("calibration", "Calibration", ReferencePage.CALIBRATION.text(studies.get()))),
				new Page("performance", "Performance", HelpPages::performance));
	}

	/**
	 * The whole help. A page that cannot be made says why. Takes a while: not on the UI thread.
	 *
	 * @param made pages that are made already, by their ids; those that are made now are added
	 */
	HelpContents contents(Map<String, HelpTopic> made, List<HelpTopic> workbench) {
		List<HelpTopic> topics = new ArrayList<>();
		Set<String> missing = new HashSet<>();
		for (Page page : pages()) {
			try {
				if (!made.containsKey(page.id())) {
					made.put(page.id(), page.maker().make());
				}
				topics.add(made.get(page.id()));
			} catch (IOException | InvalidStudyException | CatalogException | SAXException | ParserConfigurationException e) {
				missing.add(page.id());
				topics.add(new HelpTopic(page.id(), page.title(), "This page cannot be built: %s\n\n[Try again](%s)".formatted(e.getMessage(), page.id()), List.of()));
			}
		}
		topics.addAll(workbench);
		topics.addFirst(new HelpTopic("help", "Trapline Help",
				HelpTopic.list(topics) + "\n\nF1 shows the topic of the current context: a view, the word at the caret, the selected problem, a page of a dialog.", List.of()));
		return new HelpContents(topics, missing);
	}

	private static HelpTopic guide() throws IOException, SAXException, ParserConfigurationException {
		try (InputStream in = HelpPages.class.getResourceAsStream(GUIDE)) {
			Element guide = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
			StringBuilder text = new StringBuilder(line(guide.getElementsByTagName("intro").item(0).getTextContent()));
			NodeList steps = guide.getElementsByTagName("step");
			for (int i = 0; i < steps.getLength(); i++) {
				Element step = (Element) steps.item(i);
				text.append("\n\n").append(i + 1).append(". **").append(step.getAttribute("title")).append("** ").append(line(step.getTextContent()));
			}
			return new HelpTopic("guide", "Getting Started", text + "\n\n[Examples](examples)", List.of());
		}
	}

	private static HelpTopic concepts() throws IOException {
		try (InputStream in = HelpPages.class.getResourceAsStream(CONCEPTS)) {
			return HelpTopic.ofPage("concepts", "Concepts", new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static String line(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private static HelpTopic examples() {
		List<HelpTopic> parts = Examples.shipped().stream().map(example -> new HelpTopic("examples/" + example.id(), example.title(),
				example.description() + "\n\n" + example.files().stream().map(file -> "- [%s](example:%s/%s)".formatted(file.path(), example.id(), file.path()))
						.collect(Collectors.joining("\n")) + "\n\n[Create a project of it](project:" + example.id() + ")", List.of())).toList();
		return new HelpTopic("examples", "Examples", HelpTopic.list(parts), parts);
	}

	private HelpTopic models() {
		Map<CatalogEntry.Kind, List<HelpTopic>> kinds = new LinkedHashMap<>();
		for (CatalogEntry entry : new CatalogListing(studies.get()).entries()) {
			String parameters = entry.parameters().stream().map(each -> "- *%s*: %s %s".formatted(each.name(), each.value(), each.explanation())).collect(Collectors.joining("\n"));
			String id = "models/" + entry.kind().id() + "/" + entry.library() + "/" + entry.name();
			kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>())
					.add(new HelpTopic(id, entry.name(), line(entry.documentation()) + "\n\n`import \"" + entry.library() + "\"`\n\n" + parameters, List.of()));
		}
		List<HelpTopic> parts = kinds.entrySet().stream()
				.map(kind -> new HelpTopic("models/" + kind.getKey().id(), kind.getKey().title(), HelpTopic.list(kind.getValue()), kind.getValue())).toList();
		return new HelpTopic("models", "Libraries and Mechanisms", HelpTopic.list(parts), parts);
	}

	/** What the last benchmark measured: it ships with the bundle, as measuring is no work for a help. */
	private static HelpTopic performance() throws IOException {
		try (InputStream in = Studies.class.getResourceAsStream(PERFORMANCE)) {
			if (in == null) {
				throw new IOException("this build has no " + PERFORMANCE);
			}
			return HelpTopic.ofPage("performance", "Performance", new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static HelpTopic commands() {
		List<HelpTopic> parts = TraplineCommand.usages().entrySet().stream()
				.map(usage -> new HelpTopic("commands/" + usage.getKey(), "trapline " + usage.getKey(), "```\n" + usage.getValue() + "\n```", List.of())).toList();
		return new HelpTopic("commands", "Command Line", HelpTopic.list(parts), parts);
	}

	/** The topics of views, wizards and keys. On the UI thread. */
	static List<HelpTopic> ofWorkbench(IWorkbench workbench) {
		List<HelpTopic> views = Arrays.stream(workbench.getViewRegistry().getViews()).filter(view -> view.getId().startsWith(PREFIX))
				.sorted(Comparator.comparing(IViewDescriptor::getLabel))
				.map(view -> new HelpTopic("views/" + view.getId(), view.getLabel(), view.getDescription() + ".\n\n" + keys(workbench, view.getId()), List.of())).toList();
		return List.of(new HelpTopic("views", "Views", HelpTopic.list(views), views), dialogs(workbench), new HelpTopic("keys", "Key Bindings", keys(workbench, ""), List.of()));
	}

	/** The topics of wizards and of pages of the platform's dialogs; {@link TopicOf} names them. */
	private static HelpTopic dialogs(IWorkbench workbench) {
		List<HelpTopic> topics = new ArrayList<>();
		for (IWizardDescriptor wizard : workbench.getNewWizardRegistry().findCategory("org.trapline.ui.wizards").getWizards()) {
			String begins = Arrays.stream(FileTemplate.values()).filter(template -> TopicOf.wizard(template).equals(TopicOf.WIZARDS + wizard.getId())).findFirst()
					.map(template -> template.explanation() + "\n\nThe new file is about an installed machine, which the wizard asks for, and has no errors.")
					.orElse(wizard.getDescription() + ".\n\nStart from an empty project or from one of the shipped [examples](examples).");
			topics.add(new HelpTopic(TopicOf.WIZARDS + wizard.getId(), "New " + wizard.getLabel(), begins, List.of()));
		}
		IWizardDescriptor export = workbench.getExportWizardRegistry().findWizard(ExportRunsWizard.ID);
		topics.add(new HelpTopic(TopicOf.WIZARDS + export.getId(), "Export " + export.getLabel(), export.getDescription() + ".\n\n"
				+ Arrays.stream(ExportFormat.values()).map(format -> "- *%s*: `.%s`".formatted(format.title(), format.extension())).collect(Collectors.joining("\n"))
				+ "\n\nFor the contents of the files see [formats](formats).", List.of()));
		topics.add(new HelpTopic(TopicOf.RUN_CONFIGURATION, "Run Configuration", StudyTabs.EXPLANATION, List.of()));
		topics.add(new HelpTopic(TopicOf.PREFERENCES, "Preferences", TraplinePreferencePage.EXPLANATION, List.of()));
		topics.add(new HelpTopic(Renaming.TOPIC, Renaming.TITLE, Renaming.EXPLANATION, List.of()));
		topics.add(new HelpTopic(TopicOf.RENAME_RUN, "Rename Run", RunsView.RENAMING, List.of()));
		return new HelpTopic("wizards", "Wizards and Dialogs", HelpTopic.list(topics), topics);
	}

	/** The keys of Trapline's commands and views as they are bound now; with {@code only}, those that show this view. */
	private static String keys(IWorkbench workbench, String only) {
		IBindingService service = workbench.getService(IBindingService.class);
		List<String> lines = new ArrayList<>();
		for (Binding binding : service.getBindings()) {
			if (binding.getParameterizedCommand() != null && binding.getSchemeId().equals(service.getActiveScheme().getId())) {
				try {
					boolean view = binding.getParameterizedCommand().getParameterMap().values().stream()
							.anyMatch(parameter -> parameter instanceof String value && (only.isEmpty() ? value.startsWith(PREFIX) : value.equals(only)));
					if (view || only.isEmpty() && binding.getParameterizedCommand().getId().startsWith(PREFIX)
							|| only.isEmpty() && binding.getParameterizedCommand().getId().startsWith("org.eclipse.ui.help.")) {
						lines.add("- **%s** %s".formatted(binding.getTriggerSequence().format(), binding.getParameterizedCommand().getName()));
					}
				} catch (NotDefinedException e) {
					TraplineUi.log(Status.warning("A key is bound to a command that is not there", e));
				}
			}
		}
		lines.sort(Comparator.naturalOrder());
		return lines.stream().distinct().collect(Collectors.joining("\n"));
	}
}
