// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether two runs came to the same: takes row after row.
 *
 * @since 0.2.0
 */
public final class Fingerprint {

	private static final char BETWEEN = '\t';

	private final MessageDigest digest = Sha256.digest();
	private final StringBuilder line = new StringBuilder();

	/** Takes a row, after those before it. */
	public void add(ResultRow row) {
		line.setLength(0);
		line.append(row.study()).append(BETWEEN).append(row.experiment()).append(BETWEEN).append(row.stack()).append(BETWEEN).append(row.workload())
				.append(BETWEEN).append(row.level());
		String between = String.valueOf(BETWEEN);
		for (ParameterValue parameter : row.parameters()) {
			line.append(between).append(parameter.name()).append(" = ").append(parameter.text());
			between = ", ";
		}
		line.append(BETWEEN).append(row.metric().id()).append(BETWEEN).append(row.value().toPlainString());
		row.detail().ifPresent(detail -> line.append(BETWEEN).append(detail.key()));
		digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
	}

	/** SHA-256, in hexadecimal, of all rows so far, which this ends. */
	public String end() {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** SHA-256, in hexadecimal, of every row in order. */
	public static String of(List<ExperimentResult> results) {
		Fingerprint fingerprint = new Fingerprint();
		results.forEach(result -> result.rows().forEach(fingerprint::add));
		return fingerprint.end();
	}
}
