// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.trapline.lang.documentation.Texts;

/**
 * Whatever is typed, the language answers: every shipped text is cut off, loses a word, and has two words in the wrong order, at every word.
 * Nothing is thrown and nothing is logged, and the model keeps the whole text. One in {@value #CHECKED} of the texts is linked and checked besides,
 * other ones with each kind of change; each that breaks the syntax has a problem.
 */
public class SmokeTest {

	private static final int CHECKED = 7;

	private final List<String> logged = new ArrayList<>();
	private final AppenderSkeleton log = new AppenderSkeleton() {
		@Override
		protected void append(LoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
				logged.add(event.getRenderedMessage());
			}
		}

		@Override
		public void close() {
			// keeps nothing open
		}

		@Override
		public boolean requiresLayout() {
			return false;
		}
	};

	@Before
	public void listen() {
		Logger.getRootLogger().addAppender(log);
	}

	@After
	public void leave() {
		Logger.getRootLogger().removeAppender(log);
	}

	/** Makes a text from a shipped one at one of its words. */
	private interface Change {
		String at(String text, ILeafNode word, ILeafNode next);
	}

	@Test
	public void textsThatEndAtOrInAnyWord() {
		smoke(0, (text, word, next) -> text.substring(0, word.getOffset() + (word.getOffset() % 2 == 0 ? 0 : (word.getLength() + 1) / 2)));
	}

	@Test
	public void textsThatLackAnyWord() {
		smoke(1, (text, word, next) -> text.substring(0, word.getOffset()) + text.substring(word.getEndOffset()));
	}

	@Test
	public void textsWithAnyTwoWordsInTheWrongOrder() {
		smoke(2, (text, word, next) -> next == null ? text : text.substring(0, word.getOffset()) + next.getText() + text.substring(word.getEndOffset(), next.getOffset())
				+ word.getText() + text.substring(next.getEndOffset()));
	}

	private void smoke(int kind, Change change) {
		for (Map.Entry<String, String> shipped : Language.shipped().entrySet()) {
			String text = shipped.getValue();
			XtextResource whole = Language.INJECTOR.getInstance(Texts.class).resource(text);
			List<ILeafNode> words = new ArrayList<>();
			whole.getParseResult().getRootNode().getLeafNodes().forEach(leaf -> {
				if (!leaf.isHidden()) {
					words.add(leaf);
				}
			});
			XtextResource changing = Language.INJECTOR.getInstance(Texts.class).resource(text);
			for (int i = 0; i < words.size(); i++) {
				check(changing, change.at(text, words.get(i), i + 1 < words.size() ? words.get(i + 1) : null), (i + kind) % CHECKED == 0,
						shipped.getKey() + ":" + words.get(i).getStartLine());
			}
		}
	}

	private void check(XtextResource resource, String text, boolean whole, String place) {
		try {
			if (whole) {
				resource.reparse(text);
				assertNotNull(resource.getContents().get(0));
				EcoreUtil.resolveAll(resource);
				int problems = Language.INJECTOR.getInstance(IResourceValidator.class).validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).size();
				assertFalse("a syntax error that is not told", resource.getParseResult().hasSyntaxErrors() && problems == 0);
			}
			IParseResult parsed = whole ? resource.getParseResult() : Language.parse(text);
			assertEquals("the nodes keep the text", text, parsed.getRootNode().getText());
			assertEquals("in the log", List.of(), logged);
		} catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
			throw new AssertionError("at " + place + " with\n" + text, e);
		}
	}
}
