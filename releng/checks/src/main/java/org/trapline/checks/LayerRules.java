// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the project's layers, as far as manifests show them. A bundle uses only earlier layers; the bundles of the
 * contribution layer know nothing of each other; only the workbench's bundles see SWT, JFace and the workbench.
 * Test bundles may use every layer, but need the workbench's bundles to be among those that may see it.
 */
final class LayerRules {

    private static final Layer CONTRIBUTIONS = new Layer("contributions", List.of("cpu.", "mechanism."));

    /** How elements of a model are shown and edited: the workbench's business alone. */
    private static final Layer ITEMS = new Layer("items", List.of("model.edit"));

    /** The layers from the first to the last; within one layer, a bundle may use those named before it. */
    private static final List<Layer> LAYERS = List.of(
        new Layer("engine", List.of("sim")),
        new Layer("traces", List.of("trace")),
        CONTRIBUTIONS,
        new Layer("catalog", List.of("catalog")),
        new Layer("results", List.of("result")),
        new Layer("models", List.of("model")),
        ITEMS,
        new Layer("language", List.of("lang", "lang.ide")),
        new Layer("runs", List.of("run")),
        new Layer("charts", List.of("chart")),
        new Layer("faces", List.of("cli", "lang.ui", "ui")));

    private static final String PREFIX = "org.trapline.";
    private static final String TESTS = ".tests";
    private static final Set<String> WORKBENCH_BUNDLES = Set.of("ui", "lang.ui", "ui.tests", "lang.ui.tests");
    private static final List<String> WORKBENCH_NAMES =
        List.of("org.eclipse.ui", "org.eclipse.swt", "org.eclipse.jface");

    private LayerRules() {
    }

    /** The rules that a bundle with this manifest breaks, each as one sentence that names bundle, entry and rule. */
    static List<String> violations(BundleManifest manifest) {
        String bundle = manifest.name();
        if (!bundle.startsWith(PREFIX)) {
            return List.of("a bundle has no Bundle-SymbolicName that starts with " + PREFIX + " (found: " + bundle + ")");
        }
        List<String> violations = new ArrayList<>();
        for (String header : List.of("Require-Bundle", "Import-Package", "DynamicImport-Package", "Fragment-Host")) {
            for (String entry : manifest.names(header)) {
                violation(bundle.substring(PREFIX.length()), entry)
                    .ifPresent(rule -> violations.add(bundle + ": " + header + " " + entry + ": " + rule));
            }
        }
        if (!isTest(bundle) && position(bundle.substring(PREFIX.length())).isEmpty()) {
            violations.add(bundle + ": is in no layer: add it to LayerRules and to the layers of ARCHITECTURE.md");
        }
        return violations;
    }

    private static Optional<String> violation(String bundle, String entry) {
        boolean workbench = WORKBENCH_NAMES.stream().anyMatch(name -> entry.equals(name) || entry.startsWith(name + "."));
        if (workbench && !WORKBENCH_BUNDLES.contains(bundle)) {
            return Optional.of("only org.trapline.ui, org.trapline.lang.ui and their tests may use SWT, JFace or the workbench");
        }
        if (!entry.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String used = entry.substring(PREFIX.length());
        if (isTest(used)) {
            return Optional.of("no bundle uses a test bundle");
        }
        if (isTest(bundle)) {
            boolean usesWorkbench = WORKBENCH_BUNDLES.contains(used);
            return usesWorkbench && !WORKBENCH_BUNDLES.contains(bundle)
                ? Optional.of("only org.trapline.ui, org.trapline.lang.ui and their tests may use the workbench's bundles")
                : Optional.empty();
        }
        Optional<Position> from = position(bundle);
        Optional<Position> to = position(used);
        if (from.isEmpty() || to.isEmpty()) {
            return to.isEmpty() ? Optional.of("is in no layer") : Optional.empty();
        }
        if (to.get().layer().equals(ITEMS) && !WORKBENCH_BUNDLES.contains(bundle)) {
            return Optional.of("only org.trapline.ui and org.trapline.lang.ui may use one of the layer \"" + ITEMS.name() + "\"");
        }
        return from.get().mayUse(to.get()) ? Optional.empty()
            : Optional.of("a bundle of the layer \"" + from.get().layer().name() + "\" may not use one of the layer \""
                + to.get().layer().name() + "\"; each uses only earlier ones: " + order());
    }

    private static Optional<Position> position(String name) {
        // A package of a bundle (Import-Package) counts as the bundle with the longest matching name.
        Position best = null;
        int length = -1;
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            List<String> members = LAYERS.get(layer).members();
            for (int place = 0; place < members.size(); place++) {
                String member = members.get(place);
                boolean matches = member.endsWith(".") ? name.startsWith(member)
                    : name.equals(member) || name.startsWith(member + ".");
                if (matches && member.length() > length) {
                    best = new Position(LAYERS.get(layer), layer, place);
                    length = member.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static String order() {
        return String.join(", ", LAYERS.stream().map(Layer::name).toList());
    }

    private static boolean isTest(String bundle) {
        return bundle.endsWith(TESTS);
    }

    /** A layer: members ending with a dot stand for every bundle whose name begins so. */
    private record Layer(String name, List<String> members) {
    }

    private record Position(Layer layer, int index, int place) {
        boolean mayUse(Position other) {
            if (other.index != index) {
                return other.index < index;
            }
            return other.place <= place && !layer.equals(CONTRIBUTIONS);
        }
    }
}
