// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.catalog.Library;

/** What a file sees of others. */
public class ImportTest {

	private static final String INSTALLED = Checks.CATALOG.libraries().stream().map(Library::name).collect(Collectors.joining(", "))
			+ "; the import of a file ends in .trapline";

	@Rule
	public final Checks checks = new Checks();

	/** A CPU that needs the control A. */
	private static String cpu(String imports) {
		return imports + "\ncpu c { implementation \"org.trapline.cpu.arm\" controls Alpha }\n";
	}

	@Test
	public void aLibraryIsImportedByItsBundleAndName() {
		checks.assertProblems("import \"org.trapline.cpu.arm/arm\"\ncpu c extends arm.v8_3 { }");
	}

	@Test
	public void aFileIsImportedByItsNameBesideTheImportingOne() {
		checks.write("part.trapline", "control Alpha");
		checks.assertProblems(cpu("import \"part.trapline\""));
	}

	@Test
	public void importsAreTransitive() {
		checks.write("first.trapline", "import \"second.trapline\"");
		checks.write("second.trapline", "import \"third.trapline\"");
		checks.write("third.trapline", "control Alpha");
		checks.assertProblems(cpu("import \"first.trapline\""));
	}

	@Test
	public void whatALibraryImportsIsSeenToo() {
		// x-gene imports kvm-2017, which imports arm.
		checks.assertProblems("import \"org.trapline.cpu.arm/x-gene\"\ncpu c extends arm.v8_3 { }");
	}

	@Test
	public void whatIsNotImportedIsNotSeen() {
		checks.write("part.trapline", "control Alpha");
		checks.assertProblems(cpu(""), "2:56 error unknown-name: unknown control 'Alpha': neither this file nor its imports define it");
	}

	@Test(timeout = 30_000)
	public void filesMayImportEachOther() {
		checks.write("part.trapline", "import \"text.trapline\"\ncontrol Alpha\ncpu d extends c { }");
		checks.assertProblems(cpu("import \"part.trapline\""));
	}

	@Test(timeout = 30_000)
	public void aFileMayImportItself() {
		checks.assertProblems(cpu("import \"text.trapline\"\ncontrol Alpha"));
	}

	@Test(timeout = 30_000)
	public void aRingOfImportsEnds() {
		checks.write("first.trapline", "import \"second.trapline\"");
		checks.write("second.trapline", "import \"third.trapline\"");
		checks.write("third.trapline", "import \"first.trapline\"\ncontrol Alpha");
		checks.assertProblems(cpu("import \"first.trapline\""));
	}

	@Test
	public void anUnknownLibraryIsAnErrorThatNamesTheInstalledOnes() {
		checks.assertProblems("import \"org.nowhere/lib\"",
				"1:8 error unknown-import: no plug-in has the library 'org.nowhere/lib'; installed: " + INSTALLED);
	}

	@Test
	public void aMissingFileIsAnError() {
		checks.assertProblems("import \"nowhere.trapline\"\ncontrol A",
				"1:8 error unknown-import: the file 'nowhere.trapline' does not exist beside this one");
	}

	@Test
	public void aFileWithoutItsEndingIsTakenForALibrary() {
		checks.write("part.trapline", "control Alpha");
		checks.assertProblems("import \"part\"", "1:8 error unknown-import: no plug-in has the library 'part'; installed: " + INSTALLED);
	}

	@Test
	public void anEmptyImportIsAnError() {
		checks.assertProblems("import \"\"", "1:8 error unknown-import: no plug-in has the library ''; installed: " + INSTALLED);
	}

	@Test
	public void whatIsNoNameOfAFileIsAnError() {
		checks.assertProblems("import \"bad % name.trapline\"",
				"1:8 error unknown-import: the file 'bad % name.trapline' does not exist beside this one");
	}

	@Test
	public void namesThatAFailedImportShouldDefineAreNotToldToo() {
		checks.assertProblems(cpu("import \"nowhere.trapline\""),
				"1:8 error unknown-import: the file 'nowhere.trapline' does not exist beside this one");
	}

	@Test
	public void anErrorInAnImportedFileIsToldWithItsPlace() {
		checks.write("part.trapline", "\ncontrol Alpha control");
		checks.assertProblems(cpu("import \"part.trapline\""), "part.trapline:2:15 error syntax: unexpected end of file: expected a name");
	}

	@Test
	public void anErrorInAFileThatAnImportedFileImportsIsToldToo() {
		checks.write("first.trapline", "import \"second.trapline\"");
		checks.write("second.trapline", "control Alpha\ncontrol Alpha");
		checks.assertProblems("import \"first.trapline\"",
				"second.trapline:2:9 error duplicate-name: there is already a control named 'Alpha' in this file: give one of them another name");
	}

	@Test
	public void anImportThatNothingRefersToIsCheckedToo() {
		checks.write("part.trapline", "nonsense");
		checks.assertProblems("import \"part.trapline\"", "part.trapline:1:1 error syntax: unexpected 'nonsense': expected an element or end of file");
	}

	@Test
	public void whatIsImportedTwiceIsDoubtful() {
		checks.write("part.trapline", "control Alpha");
		checks.assertProblems("import \"org.trapline.cpu.arm/arm\"\nimport \"org.trapline.cpu.arm/arm\"",
				"2:8 warning duplicate-name: 'org.trapline.cpu.arm/arm' is imported already: remove one");
		checks.assertProblems(cpu("import \"part.trapline\" import \"./part.trapline\""),
				"1:31 warning duplicate-name: './part.trapline' is imported already: remove one");
	}
}
