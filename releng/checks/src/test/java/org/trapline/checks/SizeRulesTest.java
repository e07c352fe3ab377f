// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SizeRulesTest {

    private static final String LONG = "org/trapline/sim/Long.java";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Repository repository;

    @Before
    public void makeRepository() throws IOException {
        repository = new Repository(folder.getRoot().toPath()).bundle("sim");
    }

    @Test
    public void aFileHas400Lines() throws IOException {
        repository.source("sim", LONG, Repository.comments(398));
        assertEquals(List.of(), repository.violations());
        repository.source("sim", LONG, Repository.comments(399));
        assertEquals(List.of("bundles/org.trapline.sim/src/" + LONG + ": has 401 lines, more than 400: split it, or give the reason in its second line, "
            + "after the licence: // Longer than 400 lines: …"), repository.violations());
    }

    @Test
    public void aReasonAtTheHeadAllowsMoreLines() throws IOException {
        String text = "\npackage org.trapline.sim;\n" + String.join("\n", Repository.comments(400));
        repository.file("bundles/org.trapline.sim/src/" + LONG, "// SPDX-License-Identifier: EPL-2.0\n// Longer than 400 lines: one table of codes." + text);
        assertEquals(List.of(), repository.violations());
        repository.file("bundles/org.trapline.sim/src/" + LONG, "// SPDX-License-Identifier: EPL-2.0\n// Longer than 400 lines: " + text);
        assertEquals(repository.violations().toString(), 1, repository.violations().size());
    }

    @Test
    public void toolsOfTheBuildAreCheckedToo() throws IOException {
        repository.file("releng/tool/src/main/java/Tool.java", "\n".repeat(500));
        assertEquals(List.of("releng/tool/src/main/java/Tool.java: has 500 lines, more than 400: split it, or give the reason in its second line, "
            + "after the licence: // Longer than 400 lines: …"), repository.violations());
    }

    @Test
    public void aPackageHas25Types() throws IOException {
        types("sim", 25);
        repository.source("sim", "org/trapline/sim/package-info.java");
        assertEquals(List.of(), repository.violations());
        types("sim", 26);
        assertEquals(List.of("bundles/org.trapline.sim/src/org/trapline/sim: has 26 types, more than 25: move those that belong together "
            + "to a package of their own"), repository.violations());
    }

    @Test
    public void packagesOfTestsHaveAsManyAsTheyNeed() throws IOException {
        repository.bundle("sim.tests");
        types("sim.tests", 40);
        assertEquals(List.of(), repository.violations());
    }

    @Test
    public void typesWithinTypesDoNotCount() throws IOException {
        types("sim", 24);
        repository.source("sim", "org/trapline/sim/Sealed.java", "sealed interface Sealed {", "record A() implements Sealed {}", "record B() implements Sealed {}", "}");
        assertEquals(List.of(), repository.violations());
    }

    private void types(String bundle, int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            repository.source(bundle, "org/trapline/" + bundle.replace('.', '/') + "/Type" + i + ".java", "record Type" + i + "() {", "    record Part() {}", "}");
        }
    }
}
