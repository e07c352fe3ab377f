// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.catalog;

import java.io.IOException;
import java.util.List;

import org.trapline.result.format.Table;
import org.trapline.result.format.Table.Column;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.run.catalog.CatalogEntry.Property;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Output formats of the catalog. */
public enum CatalogFormat {

	/** A table for each kind, and with only one kind the parameters of each entry. */
	TABLE("table") {
		@Override
		public void write(List<CatalogEntry> entries, Appendable out) throws IOException {
			List<Kind> kinds = entries.stream().map(CatalogEntry::kind).distinct().toList();
			for (Kind kind : kinds) {
				List<CatalogEntry> some = entries.stream().filter(entry -> entry.kind() == kind).toList();
				out.append(kind.title()).append("\n\n");
				if (kinds.size() == 1) {
					for (CatalogEntry entry : some) {
						detailed(entry, out);
					}
				} else {
					Table table = new Table(List.of(new Column("name", false), new Column("import", false), new Column("what it is", false)));
					some.forEach(entry -> table.add(List.of(entry.name(), entry.library().isEmpty() ? Table.NOTHING : entry.library(), entry.summary())));
					table.write(out);
					out.append('\n');
				}
			}
		}
	},

	/** JSON Lines: an object for each entry, with all its properties. */
	JSON("json") {
		@Override
		public void write(List<CatalogEntry> entries, Appendable out) throws IOException {
			JsonMapper mapper = new JsonMapper();
			for (CatalogEntry entry : entries) {
				ObjectNode node = mapper.createObjectNode();
				node.put("kind", entry.kind().id()).put("name", entry.name());
				if (!entry.library().isEmpty()) {
					node.put("import", entry.library());
				}
				node.put("documentation", entry.documentation());
				ArrayNode parameters = node.putArray("parameters");
				for (Property property : entry.parameters()) {
					ObjectNode each = parameters.addObject().put("name", property.name()).put("value", property.value());
					if (!property.explanation().isEmpty()) {
						each.put("documentation", property.explanation());
					}
				}
				out.append(mapper.writeValueAsString(node)).append('\n');
			}
		}
	};

	private final String id;

	CatalogFormat(String id) {
		this.id = id;
	}

	@Override
	public String toString() {
		return id;
	}

	/** Writes entries. */
	public abstract void write(List<CatalogEntry> entries, Appendable out) throws IOException;

	private static void detailed(CatalogEntry entry, Appendable out) throws IOException {
		out.append(entry.name()).append(entry.library().isEmpty() ? "" : "    import \"" + entry.library() + "\"").append('\n');
		if (!entry.documentation().isEmpty()) {
			out.append("    ").append(entry.documentation().strip().replaceAll("\\s*\\n\\s*", "\n    ")).append('\n');
		}
		for (Property property : entry.parameters()) {
			out.append("    ").append(property.name()).append(": ").append(property.value())
					.append(property.explanation().isEmpty() ? "" : " (" + property.explanation().replaceAll("\\s+", " ").strip() + ")").append('\n');
		}
		out.append('\n');
	}
}
