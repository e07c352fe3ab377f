// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.lang.Inheritance;
import org.trapline.model.Stack;
import org.trapline.run.Examples;
import org.trapline.run.compile.CompiledStack;
import org.trapline.sim.stack.VirtualMachineStack;

/** Checks and runs agree on what the CPU has at each level. */
public class CpuViewsOfModelsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyLevelOfEveryShippedStackSeesTheSameCpuInTheModelAndInTheEngine() throws Exception {
		int stacks = 0;
		for (Examples.Example example : Examples.shipped()) {
			Path copied = folder.newFolder(example.id()).toPath();
			for (Examples.ExampleFile each : example.files()) {
				if (each.path().endsWith(".trapline")) {
					try (var in = each.open()) {
						Files.copy(in, copied.resolve(each.path()));
					}
				}
			}
			for (Examples.ExampleFile each : example.files()) {
				if (each.path().endsWith(".trapline")) {
					for (var element : Installed.STUDIES.read(copied.resolve(each.path())).getElements()) {
						if (element instanceof Stack stack) {
							assertEquals(example.id() + ": " + stack.getName(), inModel(stack), inEngine(stack));
							stacks++;
						}
					}
				}
			}
		}
		assertTrue(stacks + " stacks", stacks > 30);
	}

	private static List<Set<String>> inModel(Stack stack) {
		return Inheritance.cpus(stack).stream().<Set<String>>map(cpu -> cpu.stream().map(control -> control.getName()).collect(Collectors.toCollection(TreeSet::new)))
				.toList();
	}

	private static List<Set<String>> inEngine(Stack stack) {
		VirtualMachineStack compiled = new CompiledStack(Installed.CATALOG, stack).machine();
		return IntStream.range(0, compiled.guestLevel())
				.<Set<String>>mapToObj(level -> compiled.cpuAt(level).stream().map(control -> control.name()).collect(Collectors.toCollection(TreeSet::new))).toList();
	}
}
