// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
		List<ResultRow> rows = new ArrayList<>();
		read(in, rows::add);
		return rows;
	}

	/**
	 * Gives row after row, in order, and keeps none.
	 *
	 * @throws IOException when it cannot be read; the message gives the line and what is wrong there
	 */
	public static void read(BufferedReader in, Consumer<ResultRow> rows) throws IOException {
		RowReader.read(in, rows);
	}
}
