// SPDX-License-Identifier: EPL-2.0
package org.trapline.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenClass;
import org.eclipse.emf.codegen.ecore.genmodel.GenFeature;
import org.eclipse.emf.codegen.ecore.genmodel.GenJDKLevel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenPropertyKind;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenClassGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.codegen.merge.java.JControlModel;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.Monitor;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Makes the generator model of {@code model/trapline.ecore}, which nobody keeps by hand, the Java of the Ecore model and, in a bundle of
 * their own, its EMF.Edit item providers: each in {@code src-gen}. The providers' labels and descriptions, from the documentation of the
 * metamodel, go to that bundle's {@code plugin.properties}. The bundles' manifests, {@code plugin.xml} and {@code build.properties} are
 * hand-written and left alone.
 */
final class GenerateModel {

    private static final String BUNDLE = "org.trapline.model";
    private static final String BASE_PACKAGE = "org.trapline";
    private static final String PREFIX = "Model";
    private static final String EDIT_BUNDLE = BUNDLE + ".edit";
    private static final String EDIT_PLUGIN_CLASS = BASE_PACKAGE + ".model.provider.TraplineEditPlugin";

    private GenerateModel() {
    }

    /** Generates into the bundles' folders. Throws when the Ecore file is not a valid model. */
    static void run(Path bundle, Path edit) throws IOException {
        Map<String, Object> factories = Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new XMIResourceFactoryImpl());
        GenModelPackage.eINSTANCE.eClass();
        EcorePlugin.getPlatformResourceMap().put(BUNDLE, URI.createFileURI(bundle + "/"));
        EcorePlugin.getPlatformResourceMap().put(EDIT_BUNDLE, URI.createFileURI(edit + "/"));

        ResourceSet resources = new ResourceSetImpl();
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(true));
        EPackage model = load(resources);
        GenModel genModel = genModel(model);
        Resource file = resources.createResource(URI.createPlatformResourceURI(BUNDLE + "/model/trapline.genmodel", true));
        file.getContents().add(genModel);
        file.save(Map.of());

        clear(bundle.resolve("src-gen"));
        clear(edit.resolve("src-gen"));
        Files.deleteIfExists(edit.resolve("plugin.properties"));
        generate(genModel);
    }

    private static EPackage load(ResourceSet resources) {
        URI uri = URI.createPlatformResourceURI(BUNDLE + "/model/trapline.ecore", true);
        EPackage model = (EPackage) resources.getResource(uri, true).getContents().get(0);
        EcoreUtil.resolveAll(model);
        Diagnostic diagnostic = Diagnostician.INSTANCE.validate(model);
        if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException("trapline.ecore: " + describe(diagnostic));
        }
        return model;
    }

    private static GenModel genModel(EPackage model) {
        GenModel genModel = GenModelFactory.eINSTANCE.createGenModel();
        genModel.initialize(List.of(model));
        genModel.setModelName("Trapline");
        genModel.setModelPluginID(BUNDLE);
        genModel.setModelDirectory("/" + BUNDLE + "/src-gen");
        genModel.setModelPluginClass("");
        genModel.getForeignModel().add("trapline.ecore");
        GenJDKLevel[] levels = GenJDKLevel.values();
        genModel.setComplianceLevel(Stream.of(levels).filter(level -> level.getName().equals("JDK210")).findFirst()
            .orElse(levels[levels.length - 1]));
        genModel.setNonNLSMarkers(false);
        // The documentation of the metamodel is what editors show and the reference page prints.
        genModel.setSuppressGenModelAnnotations(false);
        genModel.setSuppressEMFTypes(false);
        genModel.setBundleManifest(false);
        genModel.setUpdateClasspath(false);
        genModel.setCodeFormatting(false);
        genModel.setCanGenerate(true);
        genModel.setCopyrightText("SPDX-License-Identifier: EPL-2.0");
        genModel.setEditPluginID(EDIT_BUNDLE);
        genModel.setEditDirectory("/" + EDIT_BUNDLE + "/src-gen");
        genModel.setEditPluginClass(EDIT_PLUGIN_CLASS);
        // Elements are made by typing.
        genModel.setCreationCommands(false);
        genModel.setCreationIcons(false);
        for (GenPackage genPackage : genModel.getGenPackages()) {
            genPackage.setBasePackage(BASE_PACKAGE);
            genPackage.setPrefix(PREFIX);
            genPackage.getGenClasses().forEach(type -> type.setImage(false));
            genPackage.getGenClasses().stream().flatMap(type -> type.getGenFeatures().stream()).forEach(GenerateModel::describe);
        }
        genModel.reconcile();
        Diagnostic diagnostic = genModel.diagnose();
        if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException("trapline.genmodel: " + describe(diagnostic));
        }
        return genModel;
    }

    /** How a feature is shown: a quantity is a value of its owner, not a part; what is said of it is the metamodel's documentation. */
    private static void describe(GenFeature feature) {
        EStructuralFeature ecore = feature.getEcoreFeature();
        boolean quantity = ecore.getEType().getName().equals("Quantity")
            || ecore.getEType() instanceof EClass type && type.getEAllSuperTypes().stream().anyMatch(each -> each.getName().equals("Quantity"));
        boolean part = feature.isContains() && !quantity;
        feature.setChildren(part);
        feature.setNotify(true);
        feature.setProperty(part ? GenPropertyKind.NONE_LITERAL : GenPropertyKind.EDITABLE_LITERAL);
        if (!part) {
            feature.setPropertyCategory(ecore instanceof EReference && !quantity ? "References"
                : Set.of("name", "title").contains(ecore.getName()) ? "Names" : "Values");
            String documentation = EcoreUtil.getDocumentation(ecore);
            if (documentation != null) {
                feature.setPropertyDescription(documentation);
            }
        }
    }

    private static void generate(GenModel genModel) {
        Generator generator = new Generator() {
            @Override
            public JControlModel getJControlModel() {
                // There is never hand-written code to merge with, and the merger would need a running JDT.
                return new JControlModel() {
                    @Override
                    public boolean canMerge() {
                        return false;
                    }
                };
            }
        };
        generator.getAdapterFactoryDescriptorRegistry().addDescriptor(GenModelPackage.eNS_URI,
            CodeOnlyAdapterFactory::new);
        generator.setInput(genModel);
        for (String project : List.of(GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE)) {
            Diagnostic diagnostic = generator.generate(genModel, project, project, new BasicMonitor());
            if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
                throw new IllegalStateException("generating Java of the model: " + describe(diagnostic));
            }
        }
    }

    private static String describe(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.getMessage());
        for (Diagnostic child : diagnostic.getChildren()) {
            text.append("\n  ").append(describe(child).replace("\n", "\n  "));
        }
        return text.toString();
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Leaves out what EMF would write beside the Java and its texts: the plug-ins' own files, and pictures. */
    private static final class CodeOnlyAdapterFactory extends GenModelGeneratorAdapterFactory {
        @Override
        public Adapter createGenModelAdapter() {
            return new GenModelGeneratorAdapter(this) {
                @Override
                protected Diagnostic generateModel(Object object, Monitor monitor) {
                    return Diagnostic.OK_INSTANCE;
                }

                @Override
                protected Diagnostic generateEdit(Object object, Monitor monitor) {
                    GenModel genModel = (GenModel) object;
                    generateEditPluginClass(genModel, new BasicMonitor());
                    generateEditPluginProperties(genModel, new BasicMonitor());
                    return Diagnostic.OK_INSTANCE;
                }
            };
        }

        @Override
        public Adapter createGenClassAdapter() {
            return new GenClassGeneratorAdapter(this) {
                @Override
                protected void generateItemIcon(GenClass genClass, Monitor monitor) {
                    // Icons are the workbench's, as drawings.
                }
            };
        }
    }
}
