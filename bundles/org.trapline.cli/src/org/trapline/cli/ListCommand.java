// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.trapline.catalog.Catalog;
import org.trapline.run.Studies;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogFormat;
import org.trapline.run.catalog.CatalogListing;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trapline list}: lists what is installed. */
@Command(name = "list", mixinStandardHelpOptions = true,
		description = "Lists what is installed: CPU models, mechanisms, hypervisors, platforms, workloads and shipped studies; with KIND, all "
				+ "parameters of that kind.")
final class ListCommand implements Callable<Integer> {

	private final Supplier<Catalog> catalog;
	private final PrintWriter out;

	@Parameters(arity = "0..1", paramLabel = "KIND", description = "List only this kind: ${COMPLETION-CANDIDATES}.")
	private CatalogEntry.Kind kind;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
			description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private CatalogFormat format;

	ListCommand(Supplier<Catalog> catalog, PrintWriter out) {
		this.catalog = catalog;
		this.out = out;
	}

	@Override
	public Integer call() throws IOException {
		List<CatalogEntry> entries = new CatalogListing(new Studies(catalog.get())).entries();
		format.write(entries.stream().filter(entry -> kind == null || entry.kind() == kind).toList(), out);
		return TraplineCommand.DONE;
	}
}
