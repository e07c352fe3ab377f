// SPDX-License-Identifier: EPL-2.0
package org.trapline.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.mwe2.launch.runtime.Mwe2Launcher;

/**
 * Writes all generated sources: the Java of the Ecore model and of its item providers, then that of the Xtext language, which refers to it. The
 * only argument is the repository's folder. Does nothing when the inputs are those of the last complete run.
 */
public final class Generate {

    private static final String WORKFLOW = "src/org/trapline/lang/GenerateTrapline.mwe2";
    private static final String GRAMMAR = "src/org/trapline/lang/Trapline.xtext";

    private Generate() {
    }

    public static void main(String[] args) {
        int status = 1;
        try {
            if (args.length != 1) {
                throw new IllegalArgumentException("usage: Generate REPOSITORY");
            }
            run(args[0]);
            status = 0;
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
        // The generators leave a thread pool behind, which would keep this JVM alive for a minute.
        System.exit(status);
    }

    private static void run(String folder) throws IOException {
        Path repository = Path.of(folder).toAbsolutePath().normalize();
        Path bundles = repository.resolve("bundles");
        Path model = bundles.resolve("org.trapline.model");
        Path edit = bundles.resolve("org.trapline.model.edit");
        Path lang = bundles.resolve("org.trapline.lang");
        Path ide = bundles.resolve("org.trapline.lang.ide");

        List<Path> inputs = new ArrayList<>();
        inputs.add(model.resolve("model/trapline.ecore"));
        inputs.add(lang.resolve(GRAMMAR));
        inputs.add(lang.resolve(WORKFLOW));
        inputs.add(repository.resolve("releng/generator/pom.xml"));
        inputs.addAll(filesUnder(repository.resolve("releng/generator/src")));
        String digest = digest(inputs);

        // The stamp is written last and lies in the output: an interrupted run, or a deleted output, runs again.
        Path stamp = ide.resolve("src-gen/.stamp");
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)
                && Files.isDirectory(model.resolve("src-gen")) && Files.isDirectory(edit.resolve("src-gen"))
                && Files.exists(edit.resolve("plugin.properties")) && Files.isDirectory(lang.resolve("src-gen"))
                && Files.exists(model.resolve("model/trapline.genmodel"))) {
            System.out.println("generated sources are up to date");
            return;
        }
        Files.deleteIfExists(stamp);

        GenerateModel.run(model, edit);
        new Mwe2Launcher().run(new String[] {
            lang.resolve(WORKFLOW).toUri().toString(), "-p", "rootPath=" + bundles });
        Files.writeString(stamp, digest);
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String digest(List<Path> inputs) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Path input : inputs) {
                sha.update(input.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(input));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an input of the generators: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
