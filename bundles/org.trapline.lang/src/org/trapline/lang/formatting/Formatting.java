// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;


import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.lang.documentation.Texts;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Formats whole texts. Names need not be resolved. */
public class Formatting {

	@Inject
	private Texts texts;

	@Inject
	private Provider<TextRegionAccessBuilder> regions;

	@Inject
	private Provider<FormatterRequest> requests;

	@Inject
	private IFormatter2 formatter;

	/**
	 * The formatted text.
	 *
	 * @throws SyntaxErrorException when it has a syntax error, with the first one
	 */
	public String formatted(String text) throws SyntaxErrorException {
		XtextResource resource = texts.resource(text);
		SyntaxErrorException.check(resource);
		ITextRegionAccess access = regions.get().forNodeModel(resource).create();
		FormatterRequest request = requests.get().setTextRegionAccess(access);
		return access.getRewriter().renderToString(formatter.format(request));
	}
}
