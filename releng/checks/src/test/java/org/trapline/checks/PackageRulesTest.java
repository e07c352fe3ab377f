// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PackageRulesTest {

    private static final String CLOCK = "org/trapline/sim/clock/Clock.java";
    private static final String[] DOCUMENTED = { "/**", " * A clock.", " *", " * @since 0.2", " */", "public final class Clock {", "}" };
    private static final String USER = "org/trapline/run/Run.java";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Repository repository;

    @Before
    public void makeRepository() throws IOException {
        repository = new Repository(folder.getRoot().toPath());
    }

    @Test
    public void aPackageWithAVersionIsForEveryone() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;version=\"0.2.0\"").source("sim", CLOCK, DOCUMENTED);
        repository.bundle("run").source("run", USER, "import org.trapline.sim.clock.Clock;", "record Run(Clock clock) {}");
        assertEquals(List.of(), repository.violations());
    }

    @Test
    public void aPackageWithFriendsIsForThoseBundlesOnly() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;x-friends:=\"org.trapline.run,", " org.trapline.sim.tests\"");
        repository.source("sim", CLOCK, "public final class Clock {}");
        repository.bundle("run").source("run", USER, "import org.trapline.sim.clock.Clock;", "record Run(Clock clock) {}");
        repository.bundle("sim.tests").source("sim.tests", "org/trapline/sim/tests/ClockTest.java", "import org.trapline.sim.clock.*;", "class ClockTest {}");
        assertEquals(List.of(), repository.violations());
        repository.bundle("chart").source("chart", "org/trapline/chart/Axis.java", "import org.trapline.sim.clock.Clock;", "record Axis(Clock clock) {}");
        assertEquals(List.of("org.trapline.chart: Axis.java uses org.trapline.sim.clock, which is internal to org.trapline.sim: use its API, "
            + "or add org.trapline.chart to the x-friends of the package in the manifest of org.trapline.sim"), repository.violations());
    }

    @Test
    public void anExportSaysWhatItIs() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock").source("sim", CLOCK, DOCUMENTED);
        assertEquals(List.of("org.trapline.sim: Export-Package org.trapline.sim.clock: says neither that it is API nor that it is internal: "
            + "add version=\"…\" if plug-ins may use it, else x-friends:=\"…\" with the bundles that use it, or x-internal:=true"), repository.violations());
    }

    @Test
    public void whatIsInternalHasNoVersion() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;version=\"0.2.0\";x-internal:=true").source("sim", CLOCK, DOCUMENTED);
        assertEquals(List.of("org.trapline.sim: Export-Package org.trapline.sim.clock: has a version, which only API has, and is internal: "
            + "remove one of the two"), repository.violations());
    }

    @Test
    public void whatIsNotExportedIsForItsBundleOnly() throws IOException {
        repository.bundle("sim").source("sim", CLOCK, "public final class Clock {}");
        repository.source("sim", "org/trapline/sim/Machine.java", "record Machine(org.trapline.sim.clock.Clock clock) {}");
        assertEquals(List.of(), repository.violations());
        repository.bundle("run").source("run", USER, "record Run(org.trapline.sim.clock.Clock clock) {}");
        assertEquals(List.of("org.trapline.run: Run.java uses org.trapline.sim.clock, which org.trapline.sim does not export: use what it exports, "
            + "or export the package there with x-friends:=\"org.trapline.run\""), repository.violations());
    }

    @Test
    public void staticImportsAreUsesToo() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;x-internal:=true").source("sim", CLOCK, "public final class Clock {}");
        repository.bundle("run").source("run", USER, "import static org.trapline.sim.clock.Clock.now;", "class Run {}");
        assertEquals(List.of("org.trapline.run: Run.java uses org.trapline.sim.clock, which is internal to org.trapline.sim: use its API, "
            + "or add org.trapline.run to the x-friends of the package in the manifest of org.trapline.sim"), repository.violations());
    }

    @Test
    public void friendsAreBundlesOfTheRepository() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;x-friends:=\"org.trapline.runs\"").source("sim", CLOCK, DOCUMENTED);
        assertEquals(List.of("org.trapline.sim: Export-Package org.trapline.sim.clock: the friend org.trapline.runs is no bundle of this repository: "
            + "correct its name or remove it"), repository.violations());
    }

    @Test
    public void publicTypesOfTheApiSaySinceWhen() throws IOException {
        repository.bundle("sim", "Export-Package: org.trapline.sim.clock;version=\"0.2.0\"");
        repository.source("sim", CLOCK, "/** A clock. */", "public final class Clock {", "    public record Tick() {}", "}");
        repository.source("sim", "org/trapline/sim/clock/Quartz.java", "final class Quartz {}");
        assertEquals(List.of("org.trapline.sim: org.trapline.sim.clock.Clock: is API without @since: add the version of its package that it comes with "
            + "to its documentation comment"), repository.violations());
    }
}
