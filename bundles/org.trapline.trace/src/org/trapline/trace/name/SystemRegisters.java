// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names of Arm's system registers and system instructions by their encoding. */
public final class SystemRegisters {

	private static final String FILE = "sysregs.txt";
	private static final int FIELDS = 6;

	private final Map<Integer, String> names = new HashMap<>();

	public SystemRegisters() {
		try (InputStream file = SystemRegisters.class.getResourceAsStream(FILE);
				BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				String[] fields = line.split(" ");
				if (!line.startsWith("#") && fields.length == FIELDS) {
					names.put(encoding(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]),
							Integer.parseInt(fields[4])), fields[FIELDS - 1]);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(FILE, e);
		}
	}

	/** The fields of an encoding as one number, below 65,536. */
	public static int encoding(int op0, int op1, int crn, int crm, int op2) {
		return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
	}

	/** The encoding in the syndrome of a trapped access (class SYS64). */
	public static int encoding(long syndrome) {
		int iss = (int) syndrome;
		return encoding(iss >> 20 & 3, iss >> 14 & 7, iss >> 10 & 15, iss >> 1 & 15, iss >> 17 & 7);
	}

	/** Whether the trapped access of this syndrome (class SYS64) reads. */
	public static boolean reads(long syndrome) {
		return (syndrome & 1) == 1;
	}

	/** The name of an encoding; the architecture's generic one where it has none here. */
	public String name(int encoding) {
		String name = names.get(encoding);
		return name != null ? name
				: "S" + (encoding >> 14) + "_" + (encoding >> 11 & 7) + "_C" + (encoding >> 7 & 15) + "_C" + (encoding >> 3 & 15) + "_" + (encoding & 7);
	}
}
