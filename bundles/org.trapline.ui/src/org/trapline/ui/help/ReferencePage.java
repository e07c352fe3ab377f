// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.io.IOException;

import org.trapline.run.Calibration;
import org.trapline.run.CalibrationPage;
import org.trapline.run.Catalogue;
import org.trapline.run.CatalogueFormat;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.LanguageReference;
import org.trapline.run.Studies;

/** The reference pages. */
public enum ReferencePage {

	/** Syntax, keywords and problems. */
	LANGUAGE("Language Reference") {
		@Override
		void write(Studies studies, Appendable out) throws InvalidStudyException, IOException {
			new LanguageReference(studies).write(out);
		}
	},
	/** Every cost parameter. */
	CALIBRATION("Calibration") {
		@Override
		void write(Studies studies, Appendable out) throws InvalidStudyException, IOException {
			CalibrationPage.write(new Calibration(studies).installed(), out);
		}
	},
	/** All that is installed. */
	CATALOGUE("Installed Models") {
		@Override
		void write(Studies studies, Appendable out) throws IOException {
			CatalogueFormat.TABLE.write(new Catalogue(studies).entries(), out);
		}
	};

	private final String title;

	ReferencePage(String title) {
		this.title = title;
	}

	/** For people. */
	public String title() {
		return title;
	}

	/** The page as the command line prints it. */
	public String text(Studies studies) throws InvalidStudyException, IOException {
		StringBuilder text = new StringBuilder();
		write(studies, text);
		return text.toString();
	}

	abstract void write(Studies studies, Appendable out) throws InvalidStudyException, IOException;
}
