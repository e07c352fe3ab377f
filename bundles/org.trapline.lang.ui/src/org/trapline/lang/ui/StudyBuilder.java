// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * What <i>Build Project</i> and <i>Clean…</i> do: all Trapline files of a project are looked at anew, and their problems told again. Single
 * changes are none of its concern: the server is told of them as they happen, in every project.
 */
public final class StudyBuilder extends IncrementalProjectBuilder {

	/** The builder's id. */
	static final String ID = "org.trapline.lang.ui.builder";

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		if (kind == FULL_BUILD) {
			List<IFile> studies = new ArrayList<>();
			getProject().accept(resource -> {
				if (resource instanceof IFile file && LanguageService.isTrapline(file.getName())) {
					studies.add(file);
				}
				return true;
			});
			LanguageService.ofWorkbench().check(studies);
		}
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		getProject().deleteMarkers(LanguageService.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
	}

	/** The server does the work: nothing of the workspace has to wait. */
	@Override
	public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
		return null;
	}
}
