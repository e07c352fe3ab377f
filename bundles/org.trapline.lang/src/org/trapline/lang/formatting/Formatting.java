// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.LineAndColumn;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Lays out whole texts. Names need not mean anything for it. */
public class Formatting {

	private static final URI ANYWHERE = URI.createURI("memory:/text.trapline");

	@Inject
	private IResourceFactory resources;

	@Inject
	private Provider<XtextResourceSet> resourceSets;

	@Inject
	private Provider<TextRegionAccessBuilder> regions;

	@Inject
	private Provider<FormatterRequest> requests;

	@Inject
	private IFormatter2 formatter;

	/**
	 * The text as it should be.
	 *
	 * @throws SyntaxErrorException when it has a syntax error, the first one: what is no text of the language has no layout
	 */
	public String formatted(String text) throws SyntaxErrorException {
		XtextResource resource = (XtextResource) resources.createResource(ANYWHERE);
		resourceSets.get().getResources().add(resource);
		try {
			resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		for (INode error : resource.getParseResult().getSyntaxErrors()) {
			LineAndColumn place = NodeModelUtils.getLineAndColumn(error, error.getOffset());
			throw new SyntaxErrorException(place.getLine(), place.getColumn(), error.getSyntaxErrorMessage().getMessage());
		}
		ITextRegionAccess access = regions.get().forNodeModel(resource).create();
		FormatterRequest request = requests.get().setTextRegionAccess(access);
		return access.getRewriter().renderToString(formatter.format(request));
	}
}
