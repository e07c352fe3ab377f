// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Test;

/** The README shows what the product prints, and what the example says. */
public class ReadmeTest {

	private final Path repository = Trapline.study().getParent().getParent().getParent();

	private void assertShows(String text) throws IOException {
		String readme = Files.readString(repository.resolve("README.md"));
		assertTrue("README.md does not show this any more; refresh it:\n" + text, readme.contains(text.strip()));
	}

	@Test
	public void theReadmeShowsTheTableThatTheStudyGives() throws IOException {
		assertShows(Trapline.golden("hypercall.txt"));
	}

	@Test
	public void theReadmeShowsTheStudyAsItShips() throws IOException {
		String study = Files.readString(Trapline.study());
		assertShows(study.substring(study.indexOf("import")));
	}

	@Test
	public void thePicturesThatTheReadmeShowsAreThere() throws IOException {
		assertTrue(Files.size(repository.resolve("releng/pictures/workbench.png")) > 0);
		assertTrue(Files.size(repository.resolve("releng/pictures/microbenchmarks-traps.png")) > 0);
	}
}
