// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.IDocumentPartitioner;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/**
 * Divides Trapline text into code, comments and strings. The partitioner follows edits, so that typing in a long file
 * looks at a few lines only, yet a comment over many lines is coloured as a whole.
 */
public final class Partitions implements IDocumentSetupParticipant {

	/** The name of this partitioning of a document. */
	static final String PARTITIONING = "org.trapline.lang.ui.partitioning";
	static final String COMMENT = "comment";
	static final String STRING = "string";

	@Override
	public void setup(IDocument document) {
		ensure(document);
	}

	/** Divides the document unless that was done already. */
	static void ensure(IDocument document) {
		if (document instanceof IDocumentExtension3 divisible && divisible.getDocumentPartitioner(PARTITIONING) == null) {
			IDocumentPartitioner partitioner = new FastPartitioner(scanner(), new String[] { COMMENT, STRING });
			divisible.setDocumentPartitioner(PARTITIONING, partitioner);
			partitioner.connect(document);
		}
	}

	private static RuleBasedPartitionScanner scanner() {
		RuleBasedPartitionScanner scanner = new RuleBasedPartitionScanner();
		Token comment = new Token(COMMENT);
		Token string = new Token(STRING);
		scanner.setPredicateRules(new IPredicateRule[] { //
				new EndOfLineRule("//", comment), //
				new MultiLineRule("/*", "*/", comment, (char) 0, true), //
				// The language lets a string run over lines; an unclosed one must not swallow the rest of the file.
				new SingleLineRule("\"", "\"", string, '\\', true), //
				new SingleLineRule("'", "'", string, '\\', true) });
		return scanner;
	}
}
