// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The kinds of files that one begins with. Each is a text in the folder {@code templates} that can be run or imported as it is. */
public enum FileTemplate {

	/** Stacks, and an experiment that runs on them. */
	STUDY("Trapline Study", "Stacks of hypervisors, and an experiment that runs a workload on them."),
	/** An experiment over values of a parameter. */
	SWEEP("Trapline Sweep", "An experiment over many values of a parameter, with a chart of lines."),
	/** A machine and its costs. */
	PLATFORM("Trapline Platform", "A machine of your own: its CPU, cores, devices, and what things cost on it."),
	/** A hypervisor. */
	HYPERVISOR("Trapline Hypervisor", "A hypervisor of your own: what it does otherwise than one that is known."),
	/** A mechanism. */
	MECHANISM("Trapline Mechanism", "A mechanism of your own: what needs no trap with it."),
	/** Published values. */
	REFERENCE("Trapline Reference Values", "Values that a publication gives, for studies to compare with.");

	private final String title;
	private final String explanation;

	FileTemplate(String title, String explanation) {
		this.title = title;
		this.explanation = explanation;
	}

	/** For people. */
	public String title() {
		return title;
	}

	/** What such a file holds. */
	public String explanation() {
		return explanation;
	}

	/** A name for the first such file. */
	public String fileName() {
		return name().toLowerCase(Locale.ROOT) + ".trapline";
	}

	/** The text that such a file begins with. */
	public InputStream open() throws IOException {
		InputStream text = FileTemplate.class.getResourceAsStream("/templates/" + fileName());
		if (text == null) {
			throw new IOException("the bundle lacks its template " + fileName());
		}
		return text;
	}
}
