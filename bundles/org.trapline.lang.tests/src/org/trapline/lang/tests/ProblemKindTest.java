// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.AbstractInjectableValidator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.ComposedChecks;
import org.eclipse.xtext.validation.impl.ConcreteSyntaxEValidator;
import org.junit.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.trapline.lang.documentation.Texts;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.ProblemKind;
import org.trapline.lang.validation.TraplineValidator;
import org.trapline.lang.workload.WorkloadKind;
import org.trapline.lang.workload.WorkloadKinds;

/** Every kind of problem is explained, and every message has an example. */
public class ProblemKindTest {

	private static final Set<String> REPORTS = Set.of("error", "warning", "info");
	private static final String VALIDATORS = "org.trapline.lang.validation.";
	/** Kinds of workload own their checks. */
	private static final String KINDS = "org.trapline.lang.workload.";

	@Test
	public void everyCodeIsExplained() {
		for (Field field : ProblemCodes.class.getFields()) {
			assertTrue(field.getName() + " has no @Explained", ProblemKind.all().stream().anyMatch(kind -> kind.code().equals(value(field))));
		}
	}

	private static String value(Field field) {
		try {
			return (String) field.get(null);
		} catch (IllegalAccessException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	public void everyExampleHasAProblemOfItsKind() {
		for (ProblemKind kind : ProblemKind.all()) {
			for (String example : kind.examples()) {
				assertTrue("no " + kind.code() + " in\n" + example + "\nbut " + Language.issues(example),
						Language.issues(example).stream().anyMatch(issue -> kind.code().equals(issue.getCode())));
			}
		}
	}

	/** Where checks report something: what is in the code, less what the examples come to. */
	@Test
	public void everyPlaceThatReportsAProblemIsReachedByAnExample() throws Exception {
		Set<String> places = new TreeSet<>();
		for (Class<?> validator : validators(TraplineValidator.class, new ArrayList<>())) {
			places.addAll(reports(validator));
		}
		for (WorkloadKind kind : Language.INJECTOR.getInstance(WorkloadKinds.class).all()) {
			places.addAll(reports(kind.getClass()));
		}
		assertFalse(places.isEmpty());
		for (ProblemKind kind : ProblemKind.all()) {
			for (String example : kind.examples()) {
				places.removeAll(reached(example));
			}
		}
		assertEquals("add an example to the code of what is reported there (ProblemCodes)", Set.of(), places);
	}

	private static List<Class<?>> validators(Class<?> validator, List<Class<?>> found) {
		found.add(validator);
		if (validator.getSuperclass().getName().startsWith(VALIDATORS) && !found.contains(validator.getSuperclass())) {
			validators(validator.getSuperclass(), found);
		}
		ComposedChecks parts = validator.getAnnotation(ComposedChecks.class);
		if (parts != null) {
			for (Class<?> part : parts.validators()) {
				if (part.getName().startsWith(VALIDATORS)) {
					validators(part, found);
				}
			}
		}
		return found;
	}

	/** The lines of a class in which it reports something, as {@code CLASS:LINE}. */
	private static Set<String> reports(Class<?> validator) throws IOException {
		Set<String> lines = new HashSet<>();
		try (InputStream in = validator.getResourceAsStream(validator.getSimpleName() + ".class")) {
			new ClassReader(in).accept(new ClassVisitor(Opcodes.ASM9) {
				@Override
				public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
					return new MethodVisitor(Opcodes.ASM9) {
						private int line;

						@Override
						public void visitLineNumber(int number, Label start) {
							line = number;
						}

						@Override
						public void visitMethodInsn(int opcode, String owner, String called, String descriptor, boolean isInterface) {
							if (REPORTS.contains(called) && opcode != Opcodes.INVOKESTATIC && descriptor.startsWith("(Ljava/lang/String;")) {
								lines.add(validator.getName() + ":" + line);
							}
						}
					};
				}
			}, ClassReader.SKIP_FRAMES);
		}
		return lines;
	}

	/** The places that report something when a text is checked. */
	private static Set<String> reached(String text) {
		XtextResource resource = Language.INJECTOR.getInstance(Texts.class).resource(text);
		EcoreUtil.resolveAll(resource);
		if (resource.getParseResult().hasSyntaxErrors()) {
			return Set.of();
		}
		Set<String> reached = new HashSet<>();
		Diagnostician diagnostician = Language.INJECTOR.getInstance(Diagnostician.class);
		BasicDiagnostic chain = new BasicDiagnostic() {
			@Override
			public void add(Diagnostic diagnostic) {
				place(VALIDATORS).ifPresent(reached::add);
				place(KINDS).ifPresent(reached::add);
				super.add(diagnostic);
			}
		};
		for (EObject root : resource.getContents()) {
			diagnostician.validate(root, chain, new HashMap<>(Map.of(CheckMode.KEY, CheckMode.ALL, EValidator.class, diagnostician,
					ConcreteSyntaxEValidator.DISABLE_CONCRETE_SYNTAX_EVALIDATOR, Boolean.TRUE, AbstractInjectableValidator.CURRENT_LANGUAGE_NAME,
					resource.getLanguageName())));
		}
		return reached;
	}

	/** The line of the innermost code of a package that is at work. */
	private static Optional<String> place(String packageName) {
		return StackWalker.getInstance().walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(packageName)
				&& !frame.getMethodName().equals("validate")).findFirst()).map(frame -> frame.getClassName() + ":" + frame.getLineNumber());
	}
}
