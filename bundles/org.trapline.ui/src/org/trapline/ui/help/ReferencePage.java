// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.io.IOException;

import org.trapline.run.InvalidStudyException;
import org.trapline.run.LanguageReference;
import org.trapline.run.Studies;
import org.trapline.run.calibrate.Calibration;
import org.trapline.run.calibrate.CalibrationPage;
import org.trapline.run.catalog.CatalogFormat;
import org.trapline.run.catalog.CatalogListing;

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
	CATALOG("Installed Models") {
		@Override
		void write(Studies studies, Appendable out) throws IOException {
			CatalogFormat.TABLE.write(new CatalogListing(studies).entries(), out);
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
