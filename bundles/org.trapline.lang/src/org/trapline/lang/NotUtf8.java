// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.eclipse.emf.ecore.resource.Resource;

/**
 * Bytes of a file that are no text in UTF-8.
 *
 * @param line   where they are, from 1
 * @param column in characters, from 1
 */
public record NotUtf8(int line, int column) implements Resource.Diagnostic {

	/** The first such bytes; empty where there are none. */
	public static Optional<NotUtf8> in(byte[] bytes) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
		CharBuffer text = CharBuffer.allocate(bytes.length + 1);
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CoderResult result = decoder.decode(in, text, true);
		if (!result.isError()) {
			return Optional.empty();
		}
		String before = text.flip().toString();
		int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
		return Optional.of(new NotUtf8(line, before.length() - before.lastIndexOf('\n')));
	}

	@Override
	public String getMessage() {
		return "not text in UTF-8: save the file in this encoding";
	}

	@Override
	public String getLocation() {
		return "";
	}

	@Override
	public int getLine() {
		return line;
	}

	@Override
	public int getColumn() {
		return column;
	}
}
