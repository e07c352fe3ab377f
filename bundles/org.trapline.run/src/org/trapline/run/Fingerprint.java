// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two runs came to the same. */
final class Fingerprint {

	private Fingerprint() {
	}

	/** SHA-256, in hexadecimal, of every row in order. */
	static String of(List<ExperimentResult> results) {
		MessageDigest digest;
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
		for (ExperimentResult result : results) {
			for (ResultRow row : result.rows()) {
				String line = String.join("\t", row.study(), row.experiment(), row.stack(), row.workload(), Integer.toString(row.level()),
						row.metric().id(), row.value().toPlainString()) + "\n";
				digest.update(line.getBytes(StandardCharsets.UTF_8));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}
}
