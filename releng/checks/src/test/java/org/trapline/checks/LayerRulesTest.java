// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Manifest;

import org.junit.Test;

public class LayerRulesTest {

    @Test
    public void earlierLayersMayBeUsed() throws IOException {
        assertEquals(List.of(), violations("run", "Require-Bundle: org.trapline.sim,org.trapline.lang;bundle-version=\"[0.1,1)\""));
        assertEquals(List.of(), violations("lang.ide", "Require-Bundle: org.trapline.lang"));
        assertEquals(List.of(), violations("ui", "Require-Bundle: org.trapline.lang.ui,org.eclipse.ui"));
    }

    @Test
    public void onlyTheWorkbenchBundlesSeeTheWorkbench() throws IOException {
        for (String entry : List.of("Require-Bundle: org.eclipse.ui.ide", "Require-Bundle: org.eclipse.jface",
                "Import-Package: org.eclipse.swt.graphics", "Import-Package: a;version=\"[1,2)\",org.eclipse.jface.text")) {
            String message = onlyViolation("chart", entry);
            assertTrue(message, message.startsWith("org.trapline.chart: "));
            assertTrue(message, message.contains("only org.trapline.ui, org.trapline.lang.ui and their tests"));
            onlyViolation("run.tests", entry);
            assertEquals(List.of(), violations("ui.tests", entry));
            assertEquals(List.of(), violations("lang.ui.tests", entry));
        }
    }

    @Test
    public void aMessageNamesBundleEntryAndRule() throws IOException {
        assertEquals("org.trapline.sim: Require-Bundle org.eclipse.swt: "
            + "only org.trapline.ui, org.trapline.lang.ui and their tests may use SWT, JFace or the workbench",
            onlyViolation("sim", "Require-Bundle: org.eclipse.equinox.common,org.eclipse.swt;visibility:=reexport"));
    }

    @Test
    public void laterLayersMayNotBeUsed() throws IOException {
        assertTrue(onlyViolation("sim", "Require-Bundle: org.trapline.catalog").contains("\"engine\""));
        assertTrue(onlyViolation("lang", "Import-Package: org.trapline.lang.ide").contains("\"language\""));
        assertTrue(onlyViolation("run", "Require-Bundle: org.trapline.chart").contains("\"charts\""));
        assertTrue(onlyViolation("cli", "Require-Bundle: org.trapline.ui").contains("\"faces\""));
    }

    @Test
    public void contributionsKnowNothingOfEachOther() throws IOException {
        assertTrue(onlyViolation("mechanism.neve", "Require-Bundle: org.trapline.cpu.arm").contains("\"contributions\""));
    }

    @Test
    public void onlyTheWorkbenchUsesTheItemProviders() throws IOException {
        assertEquals(List.of(), violations("model.edit", "Require-Bundle: org.trapline.model,org.eclipse.emf.edit"));
        assertEquals(List.of(), violations("ui", "Require-Bundle: org.trapline.model.edit"));
        assertTrue(onlyViolation("run", "Require-Bundle: org.trapline.model.edit").contains("\"items\""));
        assertTrue(onlyViolation("cli", "Import-Package: org.trapline.model.edit").contains("\"items\""));
        assertTrue(onlyViolation("model.edit", "Require-Bundle: org.trapline.lang").contains("\"language\""));
    }

    @Test
    public void everyBundleHasALayer() throws IOException {
        assertTrue(onlyViolation("elsewhere", "Require-Bundle: org.trapline.sim").contains("in no layer"));
    }

    private static String onlyViolation(String bundle, String header) throws IOException {
        List<String> violations = violations(bundle, header);
        assertEquals(violations.toString(), 1, violations.size());
        return violations.get(0);
    }

    private static List<String> violations(String bundle, String header) throws IOException {
        byte[] bytes = manifest(bundle, header).getBytes(StandardCharsets.UTF_8);
        return LayerRules.violations(new BundleManifest(new Manifest(new ByteArrayInputStream(bytes))));
    }

    private static String manifest(String bundle, String header) {
        return "Manifest-Version: 1.0\nBundle-SymbolicName: org.trapline." + bundle + ";singleton:=true\n" + header + "\n";
    }
}
