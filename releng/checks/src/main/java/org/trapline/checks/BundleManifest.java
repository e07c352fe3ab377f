// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;

/** The headers of a bundle's manifest that the rules read. */
record BundleManifest(Manifest manifest) {

    /** Where a bundle has its manifest. */
    static final String PATH = "META-INF/MANIFEST.MF";

    static BundleManifest read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new BundleManifest(new Manifest(in));
        }
    }

    /** The symbolic name; "nameless" without one. */
    String name() {
        List<Clause> clauses = clauses("Bundle-SymbolicName");
        return clauses.isEmpty() ? "nameless" : clauses.get(0).name();
    }

    /** The names that {@code header} lists, without their attributes. */
    List<String> names(String header) {
        return clauses(header).stream().map(Clause::name).toList();
    }

    /** How the bundle exports the package {@code name}; nothing when it does not. */
    Optional<Clause> exported(String name) {
        return clauses("Export-Package").stream().filter(clause -> clause.name().equals(name)).findFirst();
    }

    /** What {@code header} lists. A clause with several names is as many clauses. */
    List<Clause> clauses(String header) {
        String value = manifest.getMainAttributes().getValue(header);
        List<Clause> clauses = new ArrayList<>();
        for (String text : value == null ? List.<String>of() : split(value, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String part : split(text, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part.strip());
                } else {
                    attributes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip().replace("\"", ""));
                }
            }
            names.stream().filter(name -> !name.isEmpty()).forEach(name -> clauses.add(new Clause(name, attributes)));
        }
        return clauses;
    }

    /** The parts of {@code text} between separators. Those within quotes belong to a part. */
    private static List<String> split(String text, char separator) {
        return List.of(text.split(separator + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    /** One entry of a header. Directives keep their colon: {@code x-friends:}. */
    record Clause(String name, Map<String, String> attributes) {

        /** Whether the package is API: exported with a version and to everyone. */
        boolean isApi() {
            return attributes.containsKey("version") && !isInternal();
        }

        boolean isInternal() {
            return attributes.containsKey("x-friends:") || "true".equals(attributes.get("x-internal:"));
        }

        /** The bundles that an internal package names as those that may use it. */
        List<String> friends() {
            return split(attributes.getOrDefault("x-friends:", ""), ',').stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
    }
}
