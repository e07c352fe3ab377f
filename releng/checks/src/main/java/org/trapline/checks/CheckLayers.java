// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Checks every manifest under the folder of bundles, its only argument, and fails with one line per broken rule. */
public final class CheckLayers {

    private CheckLayers() {
    }

    public static void main(String[] args) throws IOException {
        List<String> violations = check(Path.of(args[0]));
        if (!violations.isEmpty()) {
            throw new IllegalStateException("the layers are broken:\n  " + String.join("\n  ", violations));
        }
    }

    /** The broken rules of all bundles in {@code folder}. Throws when there is no bundle at all: then nothing was checked. */
    static List<String> check(Path folder) throws IOException {
        List<Path> manifests;
        try (Stream<Path> bundles = Files.list(folder)) {
            manifests = bundles.map(bundle -> bundle.resolve("META-INF/MANIFEST.MF")).filter(Files::exists).sorted().toList();
        }
        if (manifests.isEmpty()) {
            throw new IllegalStateException("no bundle in " + folder);
        }
        List<String> violations = new ArrayList<>();
        for (Path manifest : manifests) {
            try (InputStream in = Files.newInputStream(manifest)) {
                violations.addAll(LayerRules.violations(new Manifest(in)));
            }
        }
        return violations;
    }
}
