// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much may be in one place: a package outside tests has at most 25 types (those in other types do not count), and a file at most 400 lines,
 * unless its second line gives the reason: {@code // Longer than 400 lines: REASON}.
 */
final class SizeRules {

    static final int MOST_TYPES = 25;
    static final int MOST_LINES = 400;
    private static final String REASON = "// Longer than " + MOST_LINES + " lines: ";

    private SizeRules() {
    }

    /** The rules that the sources break, each as one sentence that names the thing, its place (a path within {@code root}) and the way out. */
    static List<String> violations(Path root, List<SourceFile> sources) {
        List<String> violations = new ArrayList<>();
        for (SourceFile source : sources) {
            if (source.lines().size() > MOST_LINES && !hasReason(source)) {
                violations.add(place(root, source.file()) + ": has " + source.lines().size() + " lines, more than " + MOST_LINES
                    + ": split it, or give the reason in its second line, after the licence: " + REASON + "…");
            }
        }
        sources.stream().collect(Collectors.groupingBy(source -> source.file().getParent(), TreeMap::new, Collectors.toList())).forEach((folder, files) -> {
            int types = files.stream().mapToInt(file -> file.types().size()).sum();
            if (types > MOST_TYPES && !isTest(place(root, folder))) {
                violations.add(place(root, folder) + ": has " + types + " types, more than " + MOST_TYPES
                    + ": move those that belong together to a package of their own");
            }
        });
        return violations;
    }

    private static boolean hasReason(SourceFile source) {
        String line = source.lines().get(1);
        return line.startsWith(REASON) && !line.substring(REASON.length()).isBlank();
    }

    private static String place(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** Whether a folder of the repository is one of tests: in a bundle of tests, or in a module's {@code src/test}. */
    private static boolean isTest(String folder) {
        return folder.contains(".tests/src/") || folder.contains("/src/test/");
    }
}
