// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two runs came to the same. */
public final class Fingerprint {

	private Fingerprint() {
	}

	/** SHA-256, in hexadecimal, of every row in order. */
	public static String of(List<ExperimentResult> results) {
		MessageDigest digest = Sha256.digest();
		for (ExperimentResult result : results) {
			for (ResultRow row : result.rows()) {
				String cell = String.join("\t", row.study(), row.experiment(), row.stack(), row.workload(), Integer.toString(row.level()));
				String point = row.parameters().isEmpty() ? "" : "\t" + row.point();
				String line = cell + point + "\t" + row.metric().id() + "\t" + row.value().toPlainString() + "\n";
				digest.update(line.getBytes(StandardCharsets.UTF_8));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}
}
