// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.util.Locale;
import java.util.Optional;

import org.trapline.result.format.ResultFormat;

/** What runs can be exported as. */
public enum ExportFormat {
	/** A chart in pixels. */
	PNG("PNG image", Optional.of(ChartFormat.PNG), Optional.empty()),
	/** A chart for the web. */
	SVG("SVG drawing", Optional.of(ChartFormat.SVG), Optional.empty()),
	/** A chart for a paper. */
	PDF("PDF drawing", Optional.of(ChartFormat.PDF), Optional.empty()),
	/** Rows for a spreadsheet. */
	CSV("CSV rows", Optional.empty(), Optional.of(ResultFormat.CSV)),
	/** Rows for a program. */
	JSON("JSON rows", Optional.empty(), Optional.of(ResultFormat.JSON)),
	/** Tables for a paper. */
	LATEX("LaTeX tables", Optional.empty(), Optional.of(ResultFormat.LATEX)),
	/** Tables for people. */
	TABLE("Text tables", Optional.empty(), Optional.of(ResultFormat.TABLE)),
	/** A page about a run, complete by itself. */
	HTML("HTML report", Optional.empty(), Optional.empty());

	private final String title;
	private final Optional<ChartFormat> picture;
	private final Optional<ResultFormat> rows;

	ExportFormat(String title, Optional<ChartFormat> picture, Optional<ResultFormat> rows) {
		this.title = title;
		this.picture = picture;
		this.rows = rows;
	}

	/** For people. */
	public String title() {
		return title;
	}

	/** The word on the command line. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The ending of file names, without the dot. */
	public String extension() {
		return picture.map(ChartFormat::extension).or(() -> rows.map(ResultFormat::extension)).orElse("html");
	}

	/** The format of a chart's picture; empty where it is none. */
	public Optional<ChartFormat> picture() {
		return picture;
	}

	/** How rows are written; empty where it is not rows. */
	public Optional<ResultFormat> rows() {
		return rows;
	}

	/** The format that a file's name asks for by its ending, in either case. */
	public static Optional<ExportFormat> ofFileName(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		for (ExportFormat format : values()) {
			if (lower.endsWith("." + format.extension())) {
				return Optional.of(format);
			}
		}
		return Optional.empty();
	}

	@Override
	public String toString() {
		return id();
	}
}
