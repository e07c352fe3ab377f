// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.util.Locale;

/** The kinds of files that one begins with. What such a file says is a {@link FileDraft}. */
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
	MECHANISM("Trapline Mechanism", "Your own mechanism: what the machine offers to hypervisors and their guests."),
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
}
