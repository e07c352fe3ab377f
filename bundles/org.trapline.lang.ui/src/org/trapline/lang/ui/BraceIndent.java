// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/** Keeps braces in shape while typing: a line break after an open brace indents one level more, a closing brace one less. */
public final class BraceIndent implements IAutoEditStrategy {

	private static final String LEVEL = "\t";

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		try {
			if (command.length == 0 && isLineBreak(document, command.text)) {
				breakLine(document, command);
			} else if (command.length == 0 && command.text.equals("}")) {
				closeBrace(document, command);
			}
		} catch (BadLocationException e) {
			// Then the text stays as it was typed.
		}
	}

	/** The platform's own strategy may have put the line's indentation behind the break already. */
	private static boolean isLineBreak(IDocument document, String text) {
		return text.isBlank() && TextUtilities.startsWith(document.getLegalLineDelimiters(), text) >= 0;
	}

	private static void breakLine(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		if (!before.stripTrailing().endsWith("{")) {
			return;
		}
		String delimiter = TextUtilities.getDefaultLineDelimiter(document);
		String indent = indent(before);
		boolean closes = command.offset < document.getLength() && document.getChar(command.offset) == '}';
		command.text = delimiter + indent + LEVEL;
		if (closes) {
			command.caretOffset = command.offset + command.text.length();
			command.shiftsCaret = false;
			command.text += delimiter + indent;
		}
	}

	private static void closeBrace(IDocument document, DocumentCommand command) throws BadLocationException {
		int number = document.getLineOfOffset(command.offset);
		IRegion line = document.getLineInformation(number);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		if (!before.isBlank() || before.isEmpty()) {
			return;
		}
		int depth = 0;
		for (int above = number - 1; above >= 0; above--) {
			IRegion region = document.getLineInformation(above);
			String text = document.get(region.getOffset(), region.getLength());
			depth += count(text, '}') - count(text, '{');
			if (depth < 0) {
				String indent = indent(text);
				command.offset = line.getOffset();
				command.length = before.length();
				command.text = indent + "}";
				return;
			}
		}
	}

	private static int count(String text, char c) {
		return (int) text.chars().filter(other -> other == c).count();
	}

	private static String indent(String line) {
		return line.substring(0, line.length() - line.stripLeading().length());
	}
}
