// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.trapline.model.TraplineModel;

/** The reference page of the language, with examples from the shipped studies and the installed libraries. */
public final class LanguageReference {

	private final Studies studies;

	public LanguageReference(Studies studies) {
		this.studies = studies;
	}

	/**
	 * Writes the page in Markdown.
	 *
	 * @throws InvalidStudyException when a shipped study has errors
	 * @throws IOException           when a shipped study cannot be read
	 */
	public void write(Appendable out) throws InvalidStudyException, IOException {
		List<TraplineModel> samples = new ArrayList<>();
		for (Examples.Example example : Examples.shipped()) {
			try (ShippedFiles unpacked = new ShippedFiles(example)) {
				for (Path file : unpacked.files()) {
					if (Studies.isStudy(file)) {
						samples.add(studies.valid(file));
					}
				}
			}
		}
		samples.addAll(studies.libraries().values());
		studies.page().write(samples, out);
	}
}
