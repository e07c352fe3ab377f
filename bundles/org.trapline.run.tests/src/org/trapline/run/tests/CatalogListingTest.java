// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.Test;
import org.trapline.cli.TraplineCommand;
import org.trapline.run.Studies;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogEntry.Kind;
import org.trapline.run.catalog.CatalogListing;

/** What is installed, as people choose from it. */
public class CatalogListingTest {

	private static List<CatalogEntry> entries;

	@BeforeClass
	public static void read() {
		entries = new CatalogListing(new Studies(Installed.CATALOG)).entries();
	}

	private static CatalogEntry entry(Kind kind, String name) {
		return entries.stream().filter(each -> each.kind() == kind && each.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	public void everyEntryIsDocumented() {
		for (CatalogEntry entry : entries) {
			assertFalse(entry.kind() + " " + entry.name() + " of " + entry.library(), entry.documentation().isBlank());
		}
	}

	@Test
	public void aPlatformHasItsCostsWithWhereTheyComeFrom() {
		List<CatalogEntry.Property> properties = entry(Kind.PLATFORM, "Moonshot").parameters();
		assertTrue(properties.toString(), properties.stream().anyMatch(each -> each.name().equals("clock") && each.value().equals("2.4 GHz")));
		assertTrue(properties.toString(), properties.stream().anyMatch(each -> each.value().contains("cycles fitted")));
	}

	@Test
	public void aMechanismHasTheParametersOfItsPlugin() {
		assertTrue(entry(Kind.MECHANISM, "neve").parameters().stream().anyMatch(each -> each.name().equals("deferred_access") && each.value().equals("1 to 4 cycles")));
	}

	@Test
	public void whatALibraryImportsIsVisibleWithIt() {
		CatalogEntry kvm = entry(Kind.HYPERVISOR, "KvmVhe");
		assertEquals("org.trapline.cpu.arm/kvm-2017", kvm.library());
		assertTrue(kvm.importedBy().toString(), kvm.importedBy().contains("org.trapline.cpu.arm/x-gene"));
		assertFalse(kvm.importedBy().contains("org.trapline.cpu.x86/skylake"));
	}

	@Test
	public void theCommandLineListsThem() {
		StringWriter out = new StringWriter();
		assertEquals(0, new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(out)).execute("list", "hypervisor", "--format", "json"));
		assertEquals(entries.stream().filter(entry -> entry.kind() == Kind.HYPERVISOR).count(), out.toString().lines().count());
		assertTrue(out.toString().contains("\"name\":\"KvmNonVhe\",\"import\":\"org.trapline.cpu.arm/kvm-2017\""));
	}
}
