// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may use a package. Each package with hand-written code is either API, exported with a version, or internal: exported to friends
 * ({@code x-friends}), to nobody ({@code x-internal:=true}), or not exported. Other bundles use internal packages only as friends. Public
 * types of API packages say since which version they exist.
 */
final class PackageRules {

    private PackageRules() {
    }

    /** The rules that the bundles break, each as one sentence that names the thing, its place and the way out. */
    static List<String> violations(List<Bundle> bundles) {
        List<String> violations = new ArrayList<>();
        Map<String, Bundle> owners = owners(bundles);
        for (Bundle bundle : bundles) {
            if (!bundle.isTest()) {
                bundle.packages().forEach(name -> export(bundle, name).ifPresent(violations::add));
                violations.addAll(unknownFriends(bundle, bundles));
                violations.addAll(undated(bundle));
            }
            violations.addAll(uses(bundle, owners));
        }
        return violations;
    }

    /** Packages by name with the bundle that has them: those with hand-written code, and what bundles export of generated code. */
    private static Map<String, Bundle> owners(List<Bundle> bundles) {
        Map<String, Bundle> owners = new HashMap<>();
        for (Bundle bundle : bundles) {
            bundle.packages().forEach(name -> owners.put(name, bundle));
            bundle.manifest().names("Export-Package").forEach(name -> owners.put(name, bundle));
        }
        return owners;
    }

    private static Optional<String> export(Bundle bundle, String name) {
        String place = bundle.name() + ": Export-Package " + name + ": ";
        return bundle.manifest().exported(name).flatMap(export -> {
            if (export.isInternal() && export.attributes().containsKey("version")) {
                return Optional.of(place + "has a version, which only API has, and is internal: remove one of the two");
            }
            return export.isApi() || export.isInternal() ? Optional.empty()
                : Optional.of(place + "says neither that it is API nor that it is internal: add version=\"…\" if plug-ins may use it, "
                    + "else x-friends:=\"…\" with the bundles that use it, or x-internal:=true");
        });
    }

    private static List<String> unknownFriends(Bundle bundle, List<Bundle> bundles) {
        Set<String> known = bundles.stream().map(Bundle::name).collect(Collectors.toSet());
        List<String> violations = new ArrayList<>();
        for (BundleManifest.Clause export : bundle.manifest().clauses("Export-Package")) {
            export.friends().stream().filter(friend -> !known.contains(friend)).forEach(friend -> violations.add(
                bundle.name() + ": Export-Package " + export.name() + ": the friend " + friend + " is no bundle of this repository: correct its name or remove it"));
        }
        return violations;
    }

    private static List<String> uses(Bundle bundle, Map<String, Bundle> owners) {
        List<String> violations = new ArrayList<>();
        for (SourceFile source : bundle.sources()) {
            Set<String> used = new TreeSet<>();
            source.names().forEach(name -> packageOf(name, owners.keySet()).ifPresent(used::add));
            for (String name : used) {
                Bundle owner = owners.get(name);
                if (!owner.name().equals(bundle.name())) {
                    use(bundle, owner, name).ifPresent(rule -> violations.add(bundle.name() + ": " + source.file().getFileName() + " uses " + name + rule));
                }
            }
        }
        return violations;
    }

    /** The package of {@code name}: the longest of the packages that it begins with. */
    private static Optional<String> packageOf(String name, Set<String> packages) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (packages.contains(name.substring(0, end))) {
                return Optional.of(name.substring(0, end));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> use(Bundle user, Bundle owner, String name) {
        Optional<BundleManifest.Clause> export = owner.manifest().exported(name);
        if (export.isEmpty()) {
            return Optional.of(", which " + owner.name() + " does not export: use what it exports, or export the package there with x-friends:=\""
                + user.name() + "\"");
        }
        return !export.get().isInternal() || export.get().friends().contains(user.name()) ? Optional.empty()
            : Optional.of(", which is internal to " + owner.name() + ": use its API, or add " + user.name()
                + " to the x-friends of the package in the manifest of " + owner.name());
    }

    private static List<String> undated(Bundle bundle) {
        List<String> violations = new ArrayList<>();
        for (SourceFile source : bundle.sources()) {
            if (bundle.manifest().exported(source.packageName()).filter(BundleManifest.Clause::isApi).isPresent()) {
                source.types().stream().filter(type -> type.isPublic() && !type.comment().contains("@since")).forEach(type -> violations.add(
                    bundle.name() + ": " + source.packageName() + "." + type.name() + ": is API without @since: add the version of its package"
                        + " that it comes with to its documentation comment"));
            }
        }
        return violations;
    }
}
