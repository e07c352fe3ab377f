// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A repository of bundles in a folder, made of a few words for a test. */
final class Repository {

    private final Path root;

    Repository(Path root) {
        this.root = root;
    }

    /** Adds the bundle {@code org.trapline.NAME} with the given lines in its manifest. */
    Repository bundle(String name, String... headers) throws IOException {
        return file("bundles/org.trapline." + name + "/META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nBundle-SymbolicName: org.trapline." + name + "\n" + String.join("\n", headers) + "\n");
    }

    /** Adds a Java file with the given lines after its licence and package, which is that of {@code path} within the bundle's sources. */
    Repository source(String bundle, String path, String... lines) throws IOException {
        String name = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        return file("bundles/org.trapline." + bundle + "/src/" + path,
            "// SPDX-License-Identifier: EPL-2.0\npackage " + name + ";\n" + String.join("\n", lines) + "\n");
    }

    Repository file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    List<String> violations() throws IOException {
        return CheckBuild.check(root);
    }

    /** {@code count} lines, each of them a comment. */
    static String[] comments(int count) {
        String[] lines = new String[count];
        Arrays.fill(lines, "// a line");
        return lines;
    }
}
