// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.lang.xmi.ConversionException;
import org.trapline.lang.xmi.ModelConversion;

/** Text as XMI and back. */
public class XmiTest {

	private static final String STUDY = """
			// A study of ours.
			import "org.trapline.cpu.arm/x-gene"   // the machine
			import "org.trapline.mechanism.neve/neve"

			/** One level. */
			stack Vm     on Moonshot { L0 KvmNonVhe   guest L1 }
			/* two levels */
			stack Nested on Moonshot { L0 KvmNonVhe   L1 KvmNonVhe   guest L2 }

			experiment E "Its title" {
				stacks Vm, Nested
				workload hypercall // the simplest
				measure traps
			}
			""";

	private static final String TABLE = """
			cost one : switching
			cost two : switching
			costs T {
				// about one
				one = 1 cycles assumed "a guess"
				// about two
				two = 2 cycles assumed "another guess"
			}
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private ModelConversion conversion;
	private Path text;
	private Path xmi;

	@Before
	public void setUp() {
		conversion = Language.INJECTOR.getInstance(ModelConversion.class);
		text = folder.getRoot().toPath().resolve("a.trapline");
		xmi = folder.getRoot().toPath().resolve("a.xmi");
	}

	private static URI uri(Path file) {
		return URI.createFileURI(file.toString());
	}

	private String toXmi(String content) throws ConversionException, IOException {
		Files.writeString(text, content);
		return conversion.toXmi(uri(text), uri(xmi));
	}

	private String toText(String content) throws ConversionException, IOException {
		Files.writeString(xmi, content);
		return conversion.toText(uri(xmi), uri(text));
	}

	private String changed(String content, String from, String to) throws ConversionException, IOException {
		String model = toXmi(content);
		assertThat(model, containsString(from));
		return toText(model.replace(from, to));
	}

	private void assertRefused(String content, String from, String to, String message) {
		ConversionException refused = assertThrows(ConversionException.class, () -> changed(content, from, to));
		assertThat(refused.getMessage(), containsString(message));
	}

	/** The same words and comments; where something was taken away, the lines around it may break elsewhere. */
	private static void assertWords(String expected, String actual) {
		assertEquals(expected.replaceAll("\\s+", " "), actual.replaceAll("\\s+", " "));
	}

	private static String withoutText(String model) {
		return model.lines().filter(line -> !line.strip().startsWith("<text>")).collect(Collectors.joining("\n"));
	}

	// ------------------------------------------------------------------------------------------- there and back

	@Test
	public void everyShippedTextComesBackByteForByte() throws Exception {
		for (var shipped : Language.shipped().entrySet()) {
			assertEquals(shipped.getKey(), shipped.getValue(), toText(toXmi(shipped.getValue())));
		}
	}

	@Test
	public void everyShippedModelComesBackWithoutItsText() throws Exception {
		for (var shipped : Language.shipped().entrySet()) {
			String model = toXmi(shipped.getValue());
			String canonical = toText(withoutText(model));
			assertEquals(shipped.getKey(), withoutText(model), withoutText(toXmi(canonical)));
			assertEquals(shipped.getKey(), canonical, Language.formatted(canonical));
		}
	}

	@Test
	public void commentsLayoutAndLineEndsStay() throws Exception {
		assertEquals(STUDY, toText(toXmi(STUDY)));
		String windows = STUDY.replace("\n", "\r\n");
		assertEquals(windows, toText(toXmi(windows)));
		for (String small : new String[] { "", "\n", "control A", "\n\n// only a comment & <tags> \"quotes\" 'é' \t\n\n", "  control A  \n \n" }) {
			assertEquals(small, toText(toXmi(small)));
		}
	}

	@Test
	public void referencesAreNames() throws Exception {
		String model = toXmi(STUDY);
		assertThat(model, containsString("href=\"trapline:org.trapline.cpu.arm/x-gene#Platform.Moonshot\""));
		assertThat(model, containsString("stacks=\"Stack.Vm Stack.Nested\""));
	}

	@Test
	public void referencesToOtherFilesAreRelative() throws Exception {
		Files.createDirectory(folder.getRoot().toPath().resolve("parts"));
		Files.writeString(folder.getRoot().toPath().resolve("parts/more of it.trapline"), "control Alpha\n");
		String study = "import \"parts/more of it.trapline\"\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n";
		String model = toXmi(study);
		assertThat(model, containsString("href=\"parts/more%20of%20it.trapline#Control.Alpha\""));
		assertEquals(study, toText(model));
	}

	// ------------------------------------------------------------------------------------------- changes

	@Test
	public void aNumberThatWasChangedIsChangedInTheText() throws Exception {
		assertEquals(TABLE.replace("= 1 cycles", "= 15 cycles"), changed(TABLE, "amount=\"1\"", "amount=\"15\""));
	}

	@Test
	public void aReferenceThatWasChangedIsChangedInTheText() throws Exception {
		assertWords(STUDY.replace("stacks Vm, Nested", "stacks Vm"), changed(STUDY, "stacks=\"Stack.Vm Stack.Nested\"", "stacks=\"Stack.Vm\""));
		assertEquals(STUDY.replace("L0 KvmNonVhe   guest", "L0 KvmVhe   guest"), toText(toXmi(STUDY).replaceFirst("#Hypervisor.KvmNonVhe", "#Hypervisor.KvmVhe")));
	}

	@Test
	public void aNameThatWasChangedIsChangedWhereverItIs() throws Exception {
		String renamed = toText(toXmi(STUDY).replace("name=\"Nested\"", "name=\"Inner\"").replace("Stack.Nested", "Stack.Inner"));
		assertWords(STUDY.replace("Nested", "Inner").replace("/* two levels */\n", ""), renamed);
	}

	@Test
	public void whatWasAddedIsLaidOutAndTheRestStays() throws Exception {
		String more = changed(TABLE, "<elements xsi:type=\"model:CostTable\"", "<elements xsi:type=\"model:Control\" name=\"Alpha\"/>\n  <elements xsi:type=\"model:CostTable\"");
		assertEquals(TABLE.replace("costs T", "\ncontrol Alpha\ncosts T"), more);
	}

	@Test
	public void whatWasRemovedIsGoneWithItsComment() throws Exception {
		String model = toXmi(TABLE);
		int start = model.indexOf("<settings cost=\"Cost.one\"");
		int end = model.indexOf("</settings>", start) + "</settings>".length();
		assertWords(TABLE.replace("\t// about one\n\tone = 1 cycles assumed \"a guess\"\n", ""), toText(model.substring(0, start) + model.substring(end)));
	}

	@Test
	public void apostrophesStay() throws Exception {
		assertEquals(TABLE.replace("a guess", "Jin's \\\"guess\\\""), changed(TABLE, "source=\"a guess\"", "source=\"Jin's &quot;guess&quot;\""));
	}

	// ------------------------------------------------------------------------------------------- what cannot be

	@Test
	public void aTextWithErrorsOfSyntaxHasNoModel() {
		ConversionException refused = assertThrows(ConversionException.class, () -> toXmi("control 5\n"));
		assertEquals(1, refused.problems().get(0).line());
	}

	@Test
	public void aNameThatMeansNothingHasNoModel() {
		ConversionException refused = assertThrows(ConversionException.class, () -> toXmi("stack S on Nowhere { }\n"));
		assertThat(refused.getMessage(), containsString("unknown platform 'Nowhere'"));
	}

	@Test
	public void aTextThatBreaksOtherRulesIsAModel() throws Exception {
		String odd = "control A\ncontrol A\n";
		assertEquals(odd, toText(toXmi(odd)));
	}

	@Test
	public void whatIsNoXmlIsRefusedWithThePlace() throws Exception {
		Files.writeString(xmi, "stack S\n");
		ConversionException refused = assertThrows(ConversionException.class, () -> conversion.toText(uri(xmi), uri(text)));
		assertEquals(1, refused.problems().get(0).line());
		assertFalse(refused.getMessage().isEmpty());
	}

	@Test
	public void anUnknownFeatureIsRefusedWithThePlace() throws Exception {
		String model = toXmi(TABLE).replace("amount=\"2\"", "speed=\"1\" amount=\"2\"");
		ConversionException refused = assertThrows(ConversionException.class, () -> toText(model));
		assertThat(refused.getMessage(), containsString("Feature 'speed' not found"));
		assertEquals(model.substring(0, model.indexOf("speed=")).lines().count(), refused.problems().get(0).line());
	}

	@Test
	public void anotherModelIsRefused() {
		assertRefused(TABLE, "http://www.trapline.org/model", "http://www.example.org/other", "Package with uri 'http://www.example.org/other' not found");
	}

	@Test
	public void aDocumentTypeIsRefused() {
		assertRefused(TABLE, "<model:TraplineModel", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<model:TraplineModel", "DOCTYPE is disallowed");
	}

	@Test
	public void aReferenceToNothingIsRefused() {
		assertRefused(STUDY, "#Platform.Moonshot", "#Platform.Sunshot",
				"stack 'Vm': Platform.Sunshot is unknown: there is no platform of that name in library org.trapline.cpu.arm/x-gene");
		assertRefused(STUDY, "trapline:org.trapline.cpu.arm/x-gene#", "trapline:nowhere/x#", "no plug-in has the library nowhere/x");
		assertRefused(TABLE, "<settings cost=\"Cost.one\"", "<settings cost=\"Cost.none\"", "Cost.none");
	}

	@Test
	public void whatTheMetamodelAsksForIsRefusedWithoutIt() {
		assertRefused(TABLE, " name=\"one\"", "", "The required feature 'name' of");
	}

	@Test
	public void aNameThatTextCannotHaveIsRefused() {
		assertRefused(TABLE, "name=\"two\"", "name=\"t w o\"", "text cannot express this");
	}

	@Test
	public void anImportThatIsNotThereIsRefused() throws Exception {
		Files.writeString(folder.getRoot().toPath().resolve("b.trapline"), "control Alpha\n");
		String model = toXmi("import \"b.trapline\"\n");
		Path elsewhere = folder.newFolder().toPath().resolve("a.trapline");
		Files.writeString(xmi, model.replace("importURI=\"b.trapline\"", "importURI=\"c.trapline\""));
		ConversionException refused = assertThrows(ConversionException.class, () -> conversion.toText(uri(xmi), uri(elsewhere)));
		assertThat(refused.getMessage(), containsString("import 'c.trapline' is not a file beside a.trapline"));
	}

	@Test
	public void intervalsAndTheVersionSurvive() throws Exception {
		String content = """
				language 2

				cost a : switching = 30 to 60 cycles assumed "x"
				cost b : switching = 1200 ± 90 cycles assumed "x"
				cost c : switching = 40 within 30 to 60 cycles assumed "x"
				cost d : switching = assumed 5 cycles "x"
				""";
		assertEquals(content, toText(toXmi(content)));
		assertWords(content.replace("assumed 5 cycles", "5 cycles assumed"), toText(withoutText(toXmi(content))));
	}

	@Test
	public void anIntervalThatIsChangedStaysOne() throws Exception {
		assertEquals("cost a : switching = 30 to 70 cycles assumed \"x\"\n",
				changed("cost a : switching = 30 to 60 cycles assumed \"x\"\n", "high=\"60\"", "high=\"70\""));
	}

	/** XMI that an earlier version wrote has the names of its metamodel. */
	@Test
	public void namesOfAnEarlierMetamodelAreRead() throws Exception {
		String content = STUDY + """
				mechanism own for arm.v8_3 {
					deferred access costs deferred_access
					defer { HCR_EL2 }
				}
				closed-loop f { clients 1 requests 10 on delay { for 5 us assumed "x" } }
				experiment F { stacks Vm workload f measure latency.p99 }
				""";
		String old = withoutText(toXmi(content)).replace("ClosedLoop", "Flow").replace("deferredCost", "memoryCost").replace("\"defer\"", "\"memory\"")
				.replace("\"delay\"", "\"elsewhere\"");
		assertThat(old, containsString("model:Flow"));
		assertThat(old, containsString("place=\"elsewhere\""));
		String read = toText(old);
		assertThat(read, containsString("closed-loop f"));
		assertThat(read, containsString("on delay"));
		assertThat(read, containsString("deferred access costs deferred_access"));
		assertThat(read, containsString("workload f measure latency.p99"));
	}

	@Test
	public void aCostWithoutANumberIsRefused() {
		assertRefused("cost a : switching = 30 to 60 cycles assumed \"x\"\n", " high=\"60\"", "", "text cannot express this");
	}
}
