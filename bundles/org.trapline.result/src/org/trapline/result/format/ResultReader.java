// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

import org.trapline.result.ResultRow;

/** Reads what {@link ResultFormat#JSON} wrote. */
public final class ResultReader {

	private ResultReader() {
	}

	/**
	 * All rows, in order.
	 *
	 * @throws IOException when it cannot be read; the message gives the line and what is wrong there
	 */
	public static List<ResultRow> rows(BufferedReader in) throws IOException {
		return RowFormat.read(in).stream().map(RowFormat.Line::row).toList();
	}
}
