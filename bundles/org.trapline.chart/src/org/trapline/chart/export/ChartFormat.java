// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.util.Locale;
import java.util.Optional;

/** The file formats of pictures. */
public enum ChartFormat {
	/** Pixels. */
	PNG("png", "image/png"),
	/** Vectors, for the web; texts are texts. */
	SVG("svg", "image/svg+xml"),
	/** Vectors, for papers; texts are texts in an embedded font. */
	PDF("pdf", "application/pdf");

	private final String extension;
	private final String mediaType;

	ChartFormat(String extension, String mediaType) {
		this.extension = extension;
		this.mediaType = mediaType;
	}

	/** The ending of file names, without the dot. */
	public String extension() {
		return extension;
	}

	/** The internet media type. */
	public String mediaType() {
		return mediaType;
	}

	/** The format that a file's name asks for by its ending, in either case. */
	public static Optional<ChartFormat> ofFileName(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		for (ChartFormat format : values()) {
			if (lower.endsWith("." + format.extension)) {
				return Optional.of(format);
			}
		}
		return Optional.empty();
	}
}
