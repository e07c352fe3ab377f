// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import org.eclipse.xtext.parser.antlr.XtextTokenStream;
import org.trapline.lang.parser.antlr.TraplineParser;
import org.trapline.lang.parser.antlr.internal.InternalTraplineParser;

import jakarta.inject.Inject;

/** The parser of the language: the generated one, with error recovery. */
public class ResynchronizingParser extends TraplineParser {

	@Inject
	private ElementStarts elementStarts;

	@Override
	protected InternalTraplineParser createParser(XtextTokenStream stream) {
		return new Resynchronizer(stream, getGrammarAccess(), elementStarts.tokenTypes(getTokenDefProvider()));
	}
}
