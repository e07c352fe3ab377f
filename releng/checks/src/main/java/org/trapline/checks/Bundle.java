// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.util.List;

/** A bundle as the rules see it: its manifest and its hand-written sources. */
record Bundle(BundleManifest manifest, List<SourceFile> sources) {

    String name() {
        return manifest.name();
    }

    boolean isTest() {
        return name().endsWith(".tests");
    }

    /** The packages with hand-written types, in alphabetical order. */
    List<String> packages() {
        return sources.stream().filter(source -> !source.types().isEmpty()).map(SourceFile::packageName).distinct().sorted().toList();
    }
}
