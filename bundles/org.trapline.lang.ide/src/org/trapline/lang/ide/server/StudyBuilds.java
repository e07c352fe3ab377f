// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.resource.IResourceDescription.Delta;
import org.eclipse.xtext.util.CancelIndicator;

import com.google.common.base.Throwables;
import com.google.common.collect.Sets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Builds after changes. A file that has disappeared by the time it is read counts as deleted: Xtext would fail at it, and again at
 * each later change, so that problems would no longer be reported for any file.
 */
@Singleton
class StudyBuilds extends BuildManager {

	/** How often files may disappear during a build. */
	private static final int ATTEMPTS = 3;

	@Inject
	private StudyWorkspace workspace;

	private final Set<URI> waiting = new LinkedHashSet<>();

	@Override
	public Buildable submit(List<URI> dirty, List<URI> deleted) {
		waiting.addAll(dirty);
		waiting.removeAll(deleted);
		return super.submit(dirty, deleted);
	}

	@Override
	protected List<Delta> internalBuild(CancelIndicator cancel) {
		dropGone(waiting);
		for (int attempt = 1;; attempt++) {
			try {
				List<Delta> changes = super.internalBuild(cancel);
				waiting.clear();
				return changes;
			} catch (RuntimeException failure) {
				// Files that import a changed file are built too, and may have disappeared. A file may also have reappeared.
				boolean dropped = dropGone(Sets.union(waiting, workspace.indexed()).immutableCopy());
				if (!dropped && !isUnreadable(failure) || attempt == ATTEMPTS) {
					throw failure;
				}
			}
		}
	}

	private static boolean isUnreadable(Throwable failure) {
		return Throwables.getCausalChain(failure).stream().anyMatch(IOException.class::isInstance);
	}

	/** Counts missing files as deleted; returns whether there were any. */
	private boolean dropGone(Set<URI> files) {
		List<URI> gone = files.stream().filter(file -> !workspace.isThere(file)).toList();
		if (!gone.isEmpty()) {
			submit(List.of(), gone);
		}
		return !gone.isEmpty();
	}
}
