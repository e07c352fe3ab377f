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
 * Looks at what changed. A file that is gone by the time it is looked at counts as deleted: Xtext would fail at it, and at each later
 * change again, so that no file had its problems told any more.
 */
@Singleton
class StudyBuilds extends BuildManager {

	/** How often files may vanish in the middle of being looked at. */
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
				// What imports a changed file is looked at too, and may be gone without a word. What came and went may be there once more.
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

	/** Takes those of the files that are not there for deleted; tells whether there were any. */
	private boolean dropGone(Set<URI> files) {
		List<URI> gone = files.stream().filter(file -> !workspace.isThere(file)).toList();
		if (!gone.isEmpty()) {
			submit(List.of(), gone);
		}
		return !gone.isEmpty();
	}
}
