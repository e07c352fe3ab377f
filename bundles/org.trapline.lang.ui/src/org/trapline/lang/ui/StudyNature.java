// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** A project of studies: it has the {@link StudyBuilder}. */
public final class StudyNature implements IProjectNature {

	/** The nature's id. */
	public static final String ID = "org.trapline.lang.ui.nature";

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		if (Arrays.stream(description.getBuildSpec()).noneMatch(StudyNature::isOurs)) {
			ICommand builder = description.newCommand();
			builder.setBuilderName(StudyBuilder.ID);
			setBuilders(description, Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(builder)));
		}
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		setBuilders(description, Arrays.stream(description.getBuildSpec()).filter(each -> !isOurs(each)));
	}

	private void setBuilders(IProjectDescription description, Stream<ICommand> builders) throws CoreException {
		description.setBuildSpec(builders.toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	private static boolean isOurs(ICommand builder) {
		return StudyBuilder.ID.equals(builder.getBuilderName());
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject project) {
		this.project = project;
	}
}
