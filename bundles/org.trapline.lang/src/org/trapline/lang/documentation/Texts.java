// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Texts outside of files. */
public class Texts {

	@Inject
	private IResourceFactory factory;

	@Inject
	private Provider<XtextResourceSet> resourceSets;

	@Inject
	private IResourceValidator validator;

	/** A text as a resource in a resource set of its own. */
	public XtextResource resource(String text) {
		XtextResourceSet resources = resourceSets.get();
		resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("trapline", factory);
		XtextResource resource = (XtextResource) resources.createResource(URI.createURI("memory:/text.trapline"));
		try {
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return resource;
	}

	/** The problems of a text. */
	public List<Issue> issues(String text) {
		return validator.validate(resource(text), CheckMode.ALL, CancelIndicator.NullImpl);
	}
}
