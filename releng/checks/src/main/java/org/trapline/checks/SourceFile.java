// SPDX-License-Identifier: EPL-2.0
package org.trapline.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/**
 * A hand-written Java file, read by the JDK's own parser.
 *
 * @param file
 *            the file
 * @param packageName
 *            its package
 * @param names
 *            the qualified names in it, imports and others, as they are written
 * @param types
 *            the types that are not in another type
 * @param lines
 *            its lines
 */
record SourceFile(Path file, String packageName, Set<String> names, List<Type> types, List<String> lines) {

    /**
     * All Java files under {@code folder}, in the order of their paths; none when there is no such folder.
     *
     * @throws IllegalStateException
     *             for a file that the compiler cannot read, with its line and what is wrong
     */
    static List<SourceFile> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        return files.isEmpty() ? List.of() : parse(files);
    }

    private static List<SourceFile> parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceFile> sources = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
            JavacTask task = (JavacTask) compiler.getTask(null, manager, problems, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(source(unit, comments));
            }
            for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
                if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    throw new IllegalStateException(problem.getSource().getName() + ":" + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT));
                }
            }
        }
        return sources;
    }

    private static SourceFile source(CompilationUnitTree unit, DocTrees comments) throws IOException {
        Path file = Path.of(unit.getSourceFile().toUri());
        Set<String> names = new LinkedHashSet<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
                names.add(tree.toString());
                return isName(tree) ? null : super.visitMemberSelect(tree, nothing);
            }
        }.scan(unit, null);
        List<Type> types = new ArrayList<>();
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                types.add(new Type(type.getSimpleName().toString(), type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                    Optional.ofNullable(comments.getDocComment(TreePath.getPath(unit, type))).orElse("")));
            }
        }
        String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return new SourceFile(file, packageName, names, types, Files.readAllLines(file));
    }

    private static boolean isName(ExpressionTree tree) {
        return tree instanceof IdentifierTree || tree instanceof MemberSelectTree select && isName(select.getExpression());
    }

    /** A type and its documentation comment, which is empty where there is none. */
    record Type(String name, boolean isPublic, String comment) {
    }
}
