// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CheckBuildTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theRulesOfManifestsAndSourcesAreCheckedTogether() throws IOException {
        repository().bundle("sim", "Require-Bundle: org.eclipse.ui", "Export-Package: org.trapline.sim")
            .source("sim", "org/trapline/sim/Machine.java", "final class Machine {}");
        String message = failure().getMessage();
        assertTrue(message, message.contains("\n  org.trapline.sim: Require-Bundle org.eclipse.ui: "));
        assertTrue(message, message.contains("\n  org.trapline.sim: Export-Package org.trapline.sim: "));
    }

    @Test
    public void aFolderWithoutBundlesIsAnError() {
        assertEquals("no bundle in " + folder.getRoot().toPath().resolve("bundles"), failure().getMessage());
    }

    @Test
    public void aFileThatIsNoJavaIsNamedWithItsLine() throws IOException {
        repository().bundle("sim").source("sim", "org/trapline/sim/Machine.java", "final class Machine {", "    int count = ;", "}");
        String message = failure().getMessage();
        assertTrue(message, message.contains("Machine.java:4: illegal start of expression"));
    }

    private Repository repository() {
        return new Repository(folder.getRoot().toPath());
    }

    private IllegalStateException failure() {
        return assertThrows(IllegalStateException.class, () -> CheckBuild.main(new String[] { folder.getRoot().toString() }));
    }
}
