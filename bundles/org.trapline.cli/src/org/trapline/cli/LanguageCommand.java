// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.LanguageReference;
import org.trapline.run.Studies;

import picocli.CommandLine.Command;

/** {@code trapline language}: prints the reference page of the language. */
@Command(name = "language", mixinStandardHelpOptions = true,
		description = "Prints the reference of the language: syntax, keywords and problems, as a page in Markdown.")
final class LanguageCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	LanguageCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws InvalidStudyException, IOException {
		new LanguageReference(new Studies(catalog.get())).write(out);
		return TraplineCommand.DONE;
	}
}
