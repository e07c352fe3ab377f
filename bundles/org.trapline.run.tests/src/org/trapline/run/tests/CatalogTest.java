// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Library;
import org.trapline.catalog.Parameter;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;

/** What is installed, and what a plug-in that declares something wrong is told. */
public class CatalogTest {

	private static final String MECHANISM = """
			<extension point="org.trapline.sim.mechanism">
				<mechanism id="%s" name="Own" description="A mechanism." class="%s"/>
			</extension>
			""";
	private static final String NEVE = "org.trapline.mechanism.neve.NeveFactory";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Plugins plugins;

	@Before
	public void plugins() throws Exception {
		plugins = new Plugins(folder.getRoot().toPath());
	}

	private String complaint() {
		return assertThrows(CatalogException.class, plugins::catalog).getMessage();
	}

	// ------------------------------------------------------------------------------------------- what is installed

	@Test
	public void theCpusAndMechanismsAreInstalled() {
		assertEquals(List.of("org.trapline.cpu.arm", "org.trapline.cpu.x86"), Installed.CATALOG.cpus().stream().map(Contribution::id).toList());
		assertEquals(List.of("org.trapline.cpu.smt", "org.trapline.mechanism.dvh", "org.trapline.mechanism.neve", "org.trapline.mechanism.paravirt",
				"org.trapline.mechanism.passthrough"),
				Installed.CATALOG.mechanisms().stream().map(Contribution::id).toList());
	}

	@Test
	public void librariesGoByTheirBundleAndFile() {
		assertEquals(List.of("org.trapline.cpu.arm/arm", "org.trapline.cpu.arm/kvm-2017", "org.trapline.cpu.arm/kvm-modern",
				"org.trapline.cpu.arm/neve-sosp17", "org.trapline.cpu.arm/x-gene", "org.trapline.cpu.smt/haswell-smt", "org.trapline.cpu.smt/kvm-by-parts",
				"org.trapline.cpu.smt/svt-arm", "org.trapline.cpu.smt/svt-isca19", "org.trapline.cpu.smt/svt", "org.trapline.cpu.x86/dvh-asplos20",
				"org.trapline.cpu.x86/haswell",
				"org.trapline.cpu.x86/kvm-4-18", "org.trapline.cpu.x86/neve-x86", "org.trapline.cpu.x86/skylake", "org.trapline.cpu.x86/x86",
				"org.trapline.cpu.x86/xen-4-10", "org.trapline.mechanism.dvh/dvh", "org.trapline.mechanism.dvh/skylake-dvh",
				"org.trapline.mechanism.neve/neve", "org.trapline.mechanism.paravirt/paravirt",
				"org.trapline.mechanism.passthrough/passthrough-arm", "org.trapline.mechanism.passthrough/passthrough-x86"),
				Installed.CATALOG.libraries().stream().map(Library::name).toList());
	}

	@Test
	public void everyContributionAndLibrarySaysWhatItIs() {
		for (Contribution contribution : List.of(Installed.CATALOG.cpus().get(0), Installed.CATALOG.mechanisms().get(0))) {
			assertTrue(contribution.id(), !contribution.name().isBlank() && !contribution.description().isBlank());
			assertEquals(contribution.id(), contribution.bundle());
		}
		for (Library library : Installed.CATALOG.libraries()) {
			assertTrue(library.name(), !library.description().isBlank());
		}
	}

	@Test
	public void everyLibraryCanBeRead() {
		for (Library library : Installed.CATALOG.libraries()) {
			assertTrue(library.name(), Installed.library(library.name()).startsWith("// SPDX-License-Identifier: EPL-2.0"));
		}
	}

	@Test
	public void aContributionTellsTheParametersThatItReadsWithUnitAndBounds() {
		Contribution neve = Installed.CATALOG.mechanism("org.trapline.mechanism.neve").orElseThrow();
		assertEquals(List.of(new Parameter("deferred_access", "A load or store to the deferred access page.", "cycles",
				OptionalLong.empty(), OptionalLong.of(1), OptionalLong.of(4))), neve.parameters());
	}

	@Test
	public void aParameterAdmitsWhatIsWithinItsBounds() {
		Parameter bounded = new Parameter("p", "A parameter.", "cycles", OptionalLong.empty(), OptionalLong.of(1), OptionalLong.of(4));
		assertTrue(bounded.admits(1) && bounded.admits(4) && !bounded.admits(0) && !bounded.admits(5));
		Parameter free = new Parameter("p", "A parameter.", "cycles", OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
		assertTrue(free.admits(Long.MIN_VALUE) && free.admits(Long.MAX_VALUE));
	}

	@Test
	public void theInstalledFactoriesCanBeMade() {
		assertNotNull(Installed.CATALOG.cpuFactory("org.trapline.cpu.arm"));
		assertNotNull(Installed.CATALOG.mechanismFactory("org.trapline.mechanism.neve"));
	}

	@Test
	public void whatIsNotInstalledIsNotFound() {
		assertEquals(Optional.empty(), Installed.CATALOG.cpu("org.trapline.cpu.z80"));
		assertEquals(Optional.empty(), Installed.CATALOG.mechanism("org.trapline.cpu.arm"));
		assertEquals(Optional.empty(), Installed.CATALOG.library("arm"));
	}

	@Test
	public void aFactoryThatNobodyContributesIsAnErrorThatNamesTheOnesThereAre() {
		CatalogException problem = assertThrows(CatalogException.class, () -> Installed.CATALOG.mechanismFactory("nothing"));
		assertEquals("no plug-in contributes the mechanism \"nothing\"; installed: org.trapline.cpu.smt, org.trapline.mechanism.dvh, org.trapline.mechanism.neve, "
				+ "org.trapline.mechanism.paravirt, org.trapline.mechanism.passthrough",
				problem.getMessage());
	}

	// ------------------------------------------------------------------------------------------- on a class path

	@Test
	public void theClassPathHasTheSameWithoutOsgi() {
		Catalog catalog = plugins.catalog();
		assertEquals(Installed.CATALOG.cpus(), catalog.cpus());
		assertEquals(Installed.CATALOG.mechanisms(), catalog.mechanisms());
		assertEquals(Installed.CATALOG.libraries().stream().map(Library::name).toList(),
				catalog.libraries().stream().map(Library::name).toList());
	}

	@Test
	public void aStudyRunsOnTheClassPathAndComesToTheSame() throws Exception {
		Path study = OwnModels.shipped(folder.newFolder("study").toPath());
		assertEquals(Installed.run(study).fingerprint(), new Studies(plugins.catalog()).run(study, Optional.empty()).fingerprint());
	}

	@Test
	public void aPluginOfOneCatalogIsNoneOfAnother() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.library"><library file="models/box.trapline" description="A box."/></extension>
				""").file("org.own", "models/box.trapline", """
				import "org.trapline.cpu.arm/x-gene"
				platform Box { cpu arm.v8_3 clock 1 GHz costs XGene }
				""");
		Path study = Files.writeString(folder.newFolder("study").toPath().resolve("own.trapline"), """
				import "org.own/box"
				stack Vm on Box { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm workload hypercall measure traps, time }
				""");
		assertEquals(2, new Studies(plugins.catalog()).run(study, Optional.empty()).experiments().get(0).rows().size());
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertTrue(problem.getMessage(), problem.getMessage().contains("no plug-in has the library 'org.own/box'"));
	}

	@Test
	public void aFileNamedPluginXmlWithoutABundleIsNoPlugin() throws Exception {
		plugins.plugin("org.own", MECHANISM.formatted("org.own", NEVE));
		Files.delete(folder.getRoot().toPath().resolve("org.own/META-INF/MANIFEST.MF"));
		assertEquals(Optional.empty(), plugins.catalog().mechanism("org.own"));
	}

	@Test
	public void contributionsOfPluginsAreListedInTheOrderOfTheirIds() throws Exception {
		plugins.plugin("z", MECHANISM.formatted("b.second", NEVE)).plugin("y", MECHANISM.formatted("a.first", NEVE));
		assertEquals(List.of("a.first", "b.second", "org.trapline.cpu.smt", "org.trapline.mechanism.dvh", "org.trapline.mechanism.neve", "org.trapline.mechanism.paravirt",
				"org.trapline.mechanism.passthrough"),
				plugins.catalog().mechanisms().stream().map(Contribution::id).toList());
	}

	// ------------------------------------------------------------------------------------------- bad contributions

	@Test
	public void aMissingAttributeIsAComplaintThatNamesPluginElementAndAttribute() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.mechanism"><mechanism id="own" name="Own" class="X"/></extension>
				""");
		assertEquals("plug-in org.own: <mechanism> lacks the attribute \"description\"", complaint());
	}

	@Test
	public void aMissingClassIsAComplaint() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.cpu"><cpu id="own" name="Own" description="A CPU."/></extension>
				""");
		assertEquals("plug-in org.own: <cpu> lacks the attribute \"class\"", complaint());
	}

	@Test
	public void aBlankAttributeIsAMissingOne() throws Exception {
		plugins.plugin("org.own", MECHANISM.formatted(" ", NEVE));
		assertEquals("plug-in org.own: <mechanism> lacks the attribute \"id\"", complaint());
	}

	@Test
	public void aParameterWithoutAUnitIsAComplaint() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.mechanism"><mechanism id="own" name="Own" description="A mechanism." class="X">
					<parameter name="speed" description="How fast."/>
				</mechanism></extension>
				""");
		assertEquals("plug-in org.own: <parameter> lacks the attribute \"unit\"", complaint());
	}

	@Test
	public void aBoundThatIsNoWholeNumberIsAComplaintThatNamesTheParameter() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.mechanism"><mechanism id="own" name="Own" description="A mechanism." class="X">
					<parameter name="speed" description="How fast." unit="cycles" minimum="1" maximum="many"/>
				</mechanism></extension>
				""");
		assertEquals("plug-in org.own: attribute \"maximum\" of <parameter name=\"speed\"> is not a whole number: many", complaint());
	}

	@Test
	public void aLibraryThatThePluginDoesNotContainIsAComplaint() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.library"><library file="models/lost.trapline" description="Lost."/></extension>
				""");
		assertEquals("plug-in org.own declares the library models/lost.trapline and does not contain it", complaint());
	}

	@Test
	public void aLibraryOfAnotherLanguageIsAComplaint() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.library"><library file="models/notes.txt" description="Notes."/></extension>
				""").file("org.own", "models/notes.txt", "buy milk");
		assertEquals("plug-in org.own: the library models/notes.txt does not end in .trapline", complaint());
	}

	@Test
	public void twoLibrariesWithOneNameAreAComplaint() throws Exception {
		plugins.plugin("org.own", """
				<extension point="org.trapline.sim.library">
					<library file="one/box.trapline" description="A box."/><library file="two/box.trapline" description="A box."/>
				</extension>
				""").file("org.own", "one/box.trapline", "").file("org.own", "two/box.trapline", "");
		assertEquals("plug-in org.own declares two libraries with the name org.own/box", complaint());
	}

	@Test
	public void twoContributionsWithOneIdAreAComplaintThatNamesBothPlugins() throws Exception {
		plugins.plugin("org.first", MECHANISM.formatted("same", NEVE)).plugin("org.second", MECHANISM.formatted("same", NEVE));
		String complaint = complaint();
		assertTrue(complaint, complaint.endsWith(" both contribute the mechanism \"same\": uninstall one"));
		assertTrue(complaint, complaint.contains("org.first") && complaint.contains("org.second"));
	}

	@Test
	public void aClassThatDoesNotExistIsAComplaintWhenItIsWanted() throws Exception {
		plugins.plugin("org.own", MECHANISM.formatted("own", "org.own.Nothing"));
		Catalog catalog = plugins.catalog();
		CatalogException problem = assertThrows(CatalogException.class, () -> catalog.mechanismFactory("own"));
		assertTrue(problem.getMessage(), problem.getMessage().startsWith(
				"plug-in org.own: class org.own.Nothing of the mechanism own is no MechanismFactory that can be made: "));
	}

	@Test
	public void aClassThatIsNoFactoryIsAComplaintWhenItIsWanted() throws Exception {
		plugins.plugin("org.own", MECHANISM.formatted("own", "java.lang.Object"));
		Catalog catalog = plugins.catalog();
		CatalogException problem = assertThrows(CatalogException.class, () -> catalog.mechanismFactory("own"));
		assertTrue(problem.getMessage(), problem.getMessage().startsWith(
				"plug-in org.own: class java.lang.Object of the mechanism own is no MechanismFactory that can be made: "));
	}

	@Test
	public void aStudyThatNeedsABrokenPluginSaysWhichOneItIs() throws Exception {
		plugins.plugin("org.own", MECHANISM.formatted("own", "java.lang.Object"));
		Path study = Installed.write(folder.newFolder("study").toPath(), """
				mechanism broken for arm.v8_3 { implementation "own" }
				stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism broken }
				experiment E { stacks Nested workload hypercall measure traps }
				""");
		Studies studies = new Studies(plugins.catalog());
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> studies.run(study, Optional.empty()));
		assertTrue(problem.getMessage(), problem.getMessage().startsWith(study + ":3:48: error: plug-in org.own: class java.lang.Object"));
	}

	@Test
	public void aPluginXmlThatIsNoXmlIsAComplaintThatNamesThePluginAndThePlace() throws Exception {
		plugins.plugin("org.own", "\n<extension point=");
		String complaint = complaint();
		assertTrue(complaint, complaint.startsWith("plug-in org.own: its plugin.xml cannot be read: "));
		assertTrue(complaint, complaint.contains("lineNumber: 4"));
	}
}
