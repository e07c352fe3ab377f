// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.eclipse.xtext.resource.SynchronizedXtextResourceSet;
import org.trapline.lang.scoping.Imports;

import jakarta.inject.Inject;

/** Texts and what they import: from files and libraries of plug-ins only. */
public class StudyResourceSet extends SynchronizedXtextResourceSet {

	/** @param imports know the libraries */
	@Inject
	public void loadFrom(Imports imports) {
		getURIConverter().getURIHandlers().add(0, imports.locations());
	}
}
