// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.validation.Issue;
import org.trapline.catalog.Library;
import org.trapline.lang.TraplineStandaloneSetup;
import org.trapline.lang.documentation.Texts;
import org.trapline.lang.formatting.Formatting;
import org.trapline.lang.formatting.SyntaxErrorException;
import org.trapline.model.TraplineModel;
import org.trapline.run.Examples;

import com.google.inject.Injector;

/** The language with the installed plug-ins, and the texts that ship with it. */
final class Language {

	static final Injector INJECTOR = new TraplineStandaloneSetup(Checks.CATALOG).createInjectorAndDoEMFRegistration();

	private Language() {
	}

	static IParseResult parse(String text) {
		return INJECTOR.getInstance(IParser.class).parse(new StringReader(text));
	}

	static TraplineModel model(String text) {
		return (TraplineModel) parse(text).getRootASTElement();
	}

	/** A text as the formatter leaves it. */
	static String formatted(String text) {
		try {
			return INJECTOR.getInstance(Formatting.class).formatted(text);
		} catch (SyntaxErrorException e) {
			throw new AssertionError(e.line() + ":" + e.column() + " " + e.getMessage() + "\n" + text, e);
		}
	}

	/** Where syntax errors are, as {@code LINE: message}. */
	static List<String> errors(String text) {
		Iterable<INode> nodes = parse(text).getSyntaxErrors();
		return StreamSupport.stream(nodes.spliterator(), false)
				.map(node -> node.getStartLine() + ": " + node.getSyntaxErrorMessage().getMessage()).toList();
	}

	/** The problems of a text. */
	static List<Issue> issues(String text) {
		return INJECTOR.getInstance(Texts.class).issues(text);
	}

	/** All libraries and examples that ship, by name. */
	static Map<String, String> shipped() {
		Map<String, String> texts = new LinkedHashMap<>();
		try {
			for (Library library : Checks.CATALOG.libraries()) {
				try (InputStream in = library.location().openStream()) {
					texts.put(library.name(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
			for (Examples.Example example : Examples.shipped()) {
				for (Examples.ExampleFile file : example.files()) {
					if (file.path().endsWith(".trapline")) {
						try (InputStream in = file.open()) {
							texts.put(example.id() + "/" + file.path(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
						}
					}
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return texts;
	}
}
