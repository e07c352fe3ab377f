// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.util.Pair;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.trapline.catalog.Catalog;
import org.trapline.lang.scoping.Imports;

import jakarta.inject.Inject;

/**
 * The files that the server knows: those in the folders of the client, those that it opened besides, and the libraries of plug-ins.
 * They are one project in Xtext's words. A file sees its imports in all folders: a change affects all files that import it, and
 * references are found everywhere.
 */
final class StudyWorkspace extends WorkspaceManager {

	private static final Logger LOG = Logger.getLogger(StudyWorkspace.class);

	/** Folders with generated files; folders with a leading dot are skipped, too. */
	private static final Set<String> NO_SOURCES = Set.of("target", "node_modules");

	private final Map<String, WorkspaceFolder> folders = new LinkedHashMap<>();
	private final IWorkspaceConfig configuration = new Configuration();
	private final Object loading = new Object();
	private Diagnostics diagnostics;

	@Inject
	private UriExtensions uris;

	@Inject
	private Catalog catalog;

	@Inject
	private Imports imports;

	// ------------------------------------------------------------------------------------------- folders

	@Override
	public void initialize(List<WorkspaceFolder> workspaceFolders, Procedure2<? super URI, ? super Iterable<Issue>> issues,
			CancelIndicator cancel) {
		workspaceFolders.stream().filter(folder -> folder.getUri() != null).forEach(folder -> folders.put(folder.getUri(), folder));
		super.initialize(workspaceFolders, (uri, found) -> {
			Document open = getOpenDocuments().get(uri);
			// Users cannot change libraries: warnings in them are not reported.
			if (!isLibrary(uri)) {
				diagnostics.publish(uri, open == null ? null : open.getVersion(), found);
			} else if (open != null) {
				diagnostics.publish(uri, open.getVersion(), List.of());
			}
		}, cancel);
	}

	/** Sets the receiver of problems. Call it before {@code initialize}. */
	void publishTo(Diagnostics diagnostics) {
		this.diagnostics = diagnostics;
	}

	/** Receives the problems of files. */
	interface Diagnostics {

		/** @param version of the text, as the client counts; null for a file on disk */
		void publish(URI uri, Integer version, Iterable<Issue> issues);
	}

	@Override
	public void initialize(URI folder, Procedure2<? super URI, ? super Iterable<Issue>> issues, CancelIndicator cancel) {
		initialize(folder == null ? List.of() : List.of(new WorkspaceFolder(uris.toUriString(folder), "")), issues, cancel);
	}

	@Override
	protected IWorkspaceConfig createWorkspaceConfig() {
		return configuration;
	}

	@Override
	public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams change, CancelIndicator cancel) {
		Set<URI> come = new LinkedHashSet<>();
		change.getEvent().getRemoved().forEach(folder -> folders.remove(folder.getUri()));
		change.getEvent().getAdded().forEach(folder -> {
			folders.put(folder.getUri(), folder);
			files(folder, come);
		});
		// The contents of a folder are known from the index: the folder itself is often deleted by the time of this event.
		Set<URI> gone = indexed();
		gone.removeAll(files());
		gone.removeIf(this::isDocumentOpen);
		doBuild(List.copyOf(come), List.copyOf(gone), cancel);
	}

	/** Whether a file is the text of a library. */
	boolean isLibrary(URI uri) {
		return imports.library(uri.trimFragment()).isPresent();
	}

	/** The files that were looked at. */
	Set<URI> indexed() {
		Set<URI> found = new LinkedHashSet<>();
		getIndex().getAllResourceDescriptions().forEach(description -> found.add(description.getURI()));
		return found;
	}

	/** The studies in the folders, and the libraries. */
	private Set<URI> files() {
		Set<URI> found = new LinkedHashSet<>();
		catalog.libraries().forEach(library -> found.add(imports.uri(library)));
		folders.values().forEach(folder -> files(folder, found));
		return found;
	}

	private void files(WorkspaceFolder folder, Set<URI> found) {
		URI uri = uris.toUri(folder.getUri());
		if (uri.isFile()) {
			files(Path.of(uri.toFileString()), found);
		}
	}

	private void files(Path folder, Set<URI> found) {
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
					String name = String.valueOf(each.getFileName());
					boolean skip = !each.equals(folder) && (name.startsWith(".") || NO_SOURCES.contains(name));
					return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					if (file.getFileName().toString().endsWith(Imports.FILE_ENDING) && attributes.isRegularFile()) {
						found.add(uris.toUri(file.toUri().toString()));
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException e) {
					// The file was not requested by name: one that cannot be read is left out.
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (IOException e) {
			LOG.warn("cannot look through " + folder, e);
		}
	}

	// ------------------------------------------------------------------------------------------- open documents

	@Override
	public Buildable didOpen(URI uri, Integer version, String contents) {
		getOpenDocuments().put(uri, new TextDocument(version, contents));
		return didChangeFiles(List.of(uri), List.of());
	}

	@Override
	public Buildable didChangeTextDocumentContent(URI uri, Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
		Document open = getOpenDocuments().get(uri);
		if (open == null) {
			LOG.error("the client changed " + uri + ", which it has not opened");
			return Buildable.NO_BUILD;
		}
		getOpenDocuments().put(uri, new TextDocument(version, open.applyTextDocumentChanges(changes).getContents()));
		return didChangeFiles(List.of(uri), List.of());
	}

	/** Whether a file is in an editor or on the disk. */
	boolean isThere(URI file) {
		return isDocumentOpen(file) || exists(file);
	}

	/** Empty for a file that does not exist, or is not in the language. */
	@Override
	public Pair<? super Document, ? super XtextResource> read(URI uri) {
		URI file = uri.trimFragment();
		if (!Imports.FILE_ENDING.equals("." + file.fileExtension()) || !isThere(file)) {
			return null;
		}
		// Requests run concurrently. Two that load a file would add it twice, and the next change would reach only one of them.
		synchronized (loading) {
			return super.read(uri);
		}
	}

	@Override
	protected Document getDocument(XtextResource resource) {
		Document open = getOpenDocuments().get(resource.getURI());
		return open != null ? open : new TextDocument(1, resource.getParseResult().getRootNode().getText());
	}

	/** The texts of editors that differ from the files on disk, by file. */
	Map<Path, String> unsaved() {
		Map<Path, String> texts = new LinkedHashMap<>();
		getOpenDocuments().forEach((uri, document) -> {
			if (uri.isFile()) {
				texts.put(Path.of(uri.toFileString()), document.getContents());
			}
		});
		return texts;
	}

	// ------------------------------------------------------------------------------------------- Xtext's view of it

	/** One project for everything. */
	private final class Configuration implements IWorkspaceConfig {

		private final IProjectConfig project = new Everything(this);

		@Override
		public Set<? extends IProjectConfig> getProjects() {
			return Set.of(project);
		}

		@Override
		public IProjectConfig findProjectByName(String name) {
			return project;
		}

		@Override
		public IProjectConfig findProjectContaining(URI member) {
			return project;
		}
	}

	private final class Everything implements IProjectConfig, ISourceFolder {

		private final IWorkspaceConfig configuration;

		Everything(IWorkspaceConfig configuration) {
			this.configuration = configuration;
		}

		@Override
		public String getName() {
			return "Trapline";
		}

		@Override
		public URI getPath() {
			return URI.createURI("file:///");
		}

		@Override
		public Set<? extends ISourceFolder> getSourceFolders() {
			return Set.of(this);
		}

		@Override
		public ISourceFolder findSourceFolderContaining(URI member) {
			return this;
		}

		@Override
		public IWorkspaceConfig getWorkspaceConfig() {
			return configuration;
		}

		@Override
		public boolean contains(URI uri) {
			return true;
		}

		@Override
		public List<URI> getAllResources(IFileSystemScanner scanner) {
			return List.copyOf(files());
		}
	}
}
