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
	SWEEP("Trapline Sweep", "An experiment over many values of a parameter, with a line chart."),
	/** A machine and its costs. */
	PLATFORM("Trapline Platform", "Your own machine: CPU, cores, devices and costs."),
	/** A hypervisor. */
	HYPERVISOR("Trapline Hypervisor", "Your own hypervisor: how it differs from an installed one."),
	/** A mechanism. */
	MECHANISM("Trapline Mechanism", "Your own mechanism."),
	/** Published values. */
	REFERENCE("Trapline Reference Values", "Published values that studies compare with.");

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
