// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.run.Examples;
import org.trapline.run.ShippedFiles;
import org.trapline.run.fit.FitRequest;
import org.trapline.run.fit.FitResult;
import org.trapline.run.fit.Fitter;

/** The fitted costs of the shipped tables are what {@code trapline fit} finds: no number is fitted in any other way. */
public class FitTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static FitResult fit(Path study, List<String> references, List<String> vary) throws Exception {
		return new Fitter(Installed.STUDIES).fit(study, new FitRequest(references, vary)).result();
	}

	private static FitResult shipped(String study, String file, List<String> references, List<String> vary) throws Exception {
		try (ShippedFiles files = new ShippedFiles(Examples.shipped(study).orElseThrow())) {
			Path path = files.files().stream().filter(each -> each.endsWith(file)).findFirst().orElseThrow();
			return fit(path, references, vary);
		}
	}

	private static Map<String, Long> whole(FitResult fit) {
		assertTrue(fit.converged());
		Map<String, Long> values = new HashMap<>();
		fit.costs().forEach(cost -> values.put(cost.name(), Math.round(cost.value())));
		return values;
	}

	/** What a library says of these costs. */
	private static Map<String, Long> text(String library, List<String> costs) {
		Map<String, Long> values = new HashMap<>();
		for (String cost : costs) {
			Matcher matcher = Pattern.compile("^\\s*" + cost + "\\s+=\\s+(\\d+) cycles fitted", Pattern.MULTILINE).matcher(Installed.library(library));
			assertTrue("no fitted value of " + cost, matcher.find());
			values.put(cost, Long.parseLong(matcher.group(1)));
		}
		return values;
	}

	@Test
	public void theFittedCostsOfTheXGeneAreTheLeastSquaresOfTheHypercalls() throws Exception {
		List<String> costs = List.of("run_loop", "emulate_access", "nested_switch", "nested_switch_vhe");
		assertEquals(text("org.trapline.cpu.arm/x-gene", costs), whole(fit(OwnModels.shipped(folder.getRoot().toPath()), List.of("neve.sosp17"), costs)));
	}

	@Test
	public void theFittedCostsOfTheSkylakeAreThoseOfTheirCells() throws Exception {
		List<String> costs = List.of("run_loop", "signal_backend", "arm_timer", "ipi_delivery", "enter_nested", "decode_instruction", "emulate_nested_access");
		FitResult fit = shipped("dvh-asplos20", "table3.trapline",
				List.of("dvh.asplos20:vm", "dvh.asplos20:l2:hypercall", "dvh.asplos20:l2:device_notify", "dvh.asplos20:l2_dvh:device_notify"), costs);
		assertEquals(text("org.trapline.cpu.x86/skylake", costs), whole(fit));
	}

	@Test
	public void theRunLoopOfTheHaswellIsWhatIsLeftOfAVmsHypercall() throws Exception {
		assertEquals(text("org.trapline.cpu.x86/haswell", List.of("run_loop")),
				whole(shipped("neve-sosp17", "x86.trapline", List.of("neve.sosp17.x86:vm:hypercall"), List.of("run_loop"))));
	}
}
