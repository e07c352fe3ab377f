// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.trapline.run.Examples.ExampleFile;

/** A text in the language that is none of the workspace's files: a library of a plug-in, or what a run was made from. It cannot be changed. */
public final class TextInput extends PlatformObject implements IStorageEditorInput {

	private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

	/** Where a text comes from. */
	private interface Source {
		InputStream open() throws IOException;
	}

	private final String name;
	private final String place;
	private final String explanation;
	private final Source source;

	private TextInput(String name, String place, String explanation, Source source) {
		this.name = name;
		this.place = place;
		this.explanation = explanation;
		this.source = source;
	}

	/** Opens a file on the disk. */
	public static IEditorPart open(IWorkbenchPage page, Path file, String explanation) throws PartInitException {
		return page.openEditor(new TextInput(file.getFileName().toString(), file.toString(), explanation, () -> Files.newInputStream(file)),
				TraplineUi.EDITOR);
	}

	/** Opens a file of a plug-in. */
	public static IEditorPart open(IWorkbenchPage page, URL file, String explanation) throws PartInitException {
		String path = file.getPath();
		return page.openEditor(new TextInput(path.substring(path.lastIndexOf('/') + 1), file.toString(), explanation, file::openStream),
				TraplineUi.EDITOR);
	}

	/** Opens a file of a shipped study. */
	public static IEditorPart open(IWorkbenchPage page, ExampleFile file, String explanation) throws PartInitException {
		return page.openEditor(new TextInput(file.path().substring(file.path().lastIndexOf('/') + 1), file.example() + "/" + file.path(), explanation, file::open),
				TraplineUi.EDITOR);
	}

	/** Opens a page that is read, in the platform's text editor. */
	public static IEditorPart openPage(IWorkbenchPage page, String title, String text) throws PartInitException {
		return page.openEditor(new TextInput(title, title, title, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), TEXT_EDITOR);
	}

	@Override
	public IStorage getStorage() {
		return new Storage();
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return TraplineUi.icon("trapline.svg");
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public IPersistableElement getPersistable() {
		return null;
	}

	@Override
	public String getToolTipText() {
		return explanation;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TextInput that && place.equals(that.place);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(place);
	}

	private final class Storage extends PlatformObject implements IStorage {

		@Override
		public InputStream getContents() throws CoreException {
			try {
				return source.open();
			} catch (IOException e) {
				throw new CoreException(Status.error("%s cannot be read: %s".formatted(place, e.getMessage()), e));
			}
		}

		@Override
		public IPath getFullPath() {
			return null;
		}

		@Override
		public String getName() {
			return name;
		}

		@Override
		public boolean isReadOnly() {
			return true;
		}
	}
}
