// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.trapline.result.store.RunInfo;

/** Runs in words. */
public final class RunCaption {

	/** So much of a fingerprint tells it from others at a glance. */
	private static final int FINGERPRINT = 12;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
	private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
	private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private RunCaption() {
	}

	/** A run in one line. */
	public static String of(RunInfo info) {
		return "%s, run at %s in %s, fingerprint %s".formatted(info.name(), time(info.began()), seconds(info.took()), fingerprint(info.fingerprint()));
	}

	/** The time of day today, else with the day. */
	public static String time(Instant time) {
		var there = time.atZone(ZoneId.systemDefault());
		return (there.toLocalDate().equals(LocalDate.now()) ? TIME : DAY).format(there);
	}

	/** The time of day today, else the day: as short as it can be among other runs. */
	public static String shortTime(Instant time) {
		var there = time.atZone(ZoneId.systemDefault());
		LocalDate today = LocalDate.now();
		return (there.toLocalDate().equals(today) ? TIME : there.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR).format(there);
	}

	/** {@code 0.3 s}. */
	public static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
	}

	/** The beginning of a fingerprint. */
	public static String fingerprint(String fingerprint) {
		return fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length()));
	}
}
