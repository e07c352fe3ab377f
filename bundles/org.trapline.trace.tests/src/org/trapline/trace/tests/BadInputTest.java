// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.trace.TraceReader;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;

/** What is no trace: one message each, with the file, the line and the way out. */
public class BadInputTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void aBinaryTraceOfTraceCmdIsNamed() throws IOException {
		byte[] head = "\u0017\u0008\u0044tracing6\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
		String message = "x is a binary trace of trace-cmd; make text of it with 'trace-cmd report FILE > FILE.txt'";
		assertEquals(message, Read.problem(head, TraceOptions.DEFAULT).getMessage());
		assertEquals(message, Read.problem(gzip(head), TraceOptions.DEFAULT).getMessage());
	}

	@Test
	public void otherBinaryFilesAreNamedOrRefused() {
		assertMessage("PERFILE2\0\0\0\0", "is binary data of perf; make text of it with 'perf script");
		assertMessage("BZh91AY", "is packed with bzip2; unpack it");
		assertMessage("abc\0def\0\n", "is a binary file, no text that a tracer printed");
	}

	@Test
	public void emptyFilesAndUnknownTextsAreTold() throws IOException {
		assertMessage("", "x is empty");
		assertEquals("x is a gzip file of nothing", Read.problem(gzip(new byte[0]), TraceOptions.DEFAULT).getMessage());
		assertMessage("hello\nworld\n", "x is no trace that is known: none of its first 2 lines is one of ftrace, trace-cmd report, perf script");
	}

	@Test
	public void aTruncatedGzipFileNamesItsLastLine() {
		byte[] packed = Read.packed("x86-svm-l2-npf.trace.txt");
		TraceException problem = Read.problem(Arrays.copyOf(packed, packed.length / 2), TraceOptions.DEFAULT);
		assertTrue(problem.getMessage(), problem.getMessage().matches("x is a gzip file that was cut: it ends after line \\d{3}. Copy it again, or keep .*"));
		assertTrue(problem.line() > 100);
		assertTrue(Read.problem(Arrays.copyOf(packed, 12), TraceOptions.DEFAULT).getMessage().contains("it ends before its first line"));
	}

	@Test
	public void aDamagedGzipFileIsTold() {
		byte[] packed = Read.packed("x86-svm-l2-npf.trace.txt");
		// The sum of all bytes at its end.
		packed[packed.length - 8] ^= 1;
		TraceException problem = Read.problem(packed, TraceOptions.DEFAULT);
		assertTrue(problem.getMessage(), problem.getMessage().contains("is a damaged gzip file"));
	}

	@Test
	public void aFileThatMixesFormatsNamesLineAndTools() {
		String ftrace = new Lines().handled("HLT").toString();
		assertMessage(ftrace + "vm 1 [001] 2.000001: kvm:kvm_exit: reason HLT rip 0x1 info 0 0\n",
				"x, line 3: \"vm 1 [001] 2.000001: kvm:kvm_exit: reason HLT rip 0x1 info 0 0\" is a line of perf script, but the file began as one of ftrace");
		assertMessage(ftrace + "Analyze events for all VMs, all VCPUs:\n", "is a line of perf kvm stat report, but the file began as one of ftrace");
		assertMessage("cpuid 1228\n" + ftrace, "is a line of ftrace, but the file began as one of kvm-unit-tests vmexit. Split it into one file for each tool");
	}

	@Test
	public void aFileOfTwoMachinesIsRefused() {
		assertMessage(new Lines().handled("HLT").handled("hlt").toString(), "x, line 3: an exit of x86 SVM after exits of another architecture");
		assertMessage(new Lines().handled("HLT").trap("HVC64", 0x16).toString(), "an exit of Arm after exits of another architecture");
	}

	@Test
	public void aTraceOfRiscvIsNamed() {
		assertMessage(new Lines().event("kvm_exit: SEPC:0x1, SCAUSE:0x8, STVAL:0x0, HTVAL:0x0, HTINST:0x0").toString(), "this is a trace of RISC-V");
	}

	@Test
	public void anEmptyWindowNamesTheTimesThatThereAre() {
		byte[] text = new Lines().handled("HLT").handled("CPUID").toString().getBytes(StandardCharsets.UTF_8);
		assertEquals("x has no exit from 5.000000000 s to 6.000000000 s; its exits are from 1.000000000 s to 1.000002000 s. Choose a time window within that",
				Read.problem(text, TraceOptions.DEFAULT.withWindow(5_000_000_000L, 6_000_000_000L)).getMessage());
		assertEquals("x: the time window from 2.000000000 s to 1.000000000 s is empty; its end has to be after its start",
				Read.problem(text, TraceOptions.DEFAULT.withWindow(2_000_000_000L, 1_000_000_000L)).getMessage());
	}

	@Test
	public void aWindowOfAFileWithoutTimesIsRefused() {
		assertTrue(Read.problem("cpuid 1228\n".getBytes(StandardCharsets.UTF_8), TraceOptions.DEFAULT.withWindow(0, 1)).getMessage()
				.contains("has no times; read it without a time window"));
	}

	@Test
	public void timesThatGoBackAreRefused() {
		TraceException problem = Read.problem(new Lines().handled("HLT").later(-100).handled("HLT").toString());
		assertEquals("x, line 3: time goes back on CPU 1, from 1.000001000 to 0.999902000 s: several recordings in one file, or a clock that was set."
				+ " Make one file of each recording, or accept times that go backwards", problem.getMessage());
		assertEquals(3, problem.line());
	}

	@Test
	public void ticksNeedTheirFrequency() {
		assertMessage("vm-1 [001] d... 123456789: kvm_exit: reason HLT rip 0x1 info 0 0\n", "x, line 1: the time 123456789 is a count of ticks");
	}

	@Test
	public void aTraceWithoutKvmsEventsSaysHowToRecordThem() {
		assertMessage(new Lines().event("sched_switch: prev_comm=a").toString(), "x has 1 events, but none of KVM. Record them with 'trace-cmd record -e kvm'");
		assertMessage(new Lines().event("kvm_fpu: load").toString(), "x has 1 events of KVM, but no kvm_exit. Record all of them");
		assertMessage(new Lines().event("kvm_exit: what").toString(), "x has no exit that can be read; line 1 is the first event of an unknown format");
	}

	@Test
	public void anAnchorThatDoesNotOccurIsToldWithTheExitsThatDo() {
		byte[] text = new Lines().handled("HLT").handled("CPUID").toString().getBytes(StandardCharsets.UTF_8);
		assertEquals("x has no exit HVC64 that an operation could begin with; its exits are: L1 CPUID, L1 HLT",
				Read.problem(text, TraceOptions.DEFAULT.withAnchor(Anchor.parse("HVC64"))).getMessage());
	}

	@Test
	public void aSecondTableIsRefused() {
		String table = "VM-EXIT    Samples  Samples%     Time%    Min Time    Max Time         Avg time\nHLT 1 50.00% 50.00% 1.00us 1.00us 1.00us\n";
		assertMessage(table + table, "x, line 3: a second table begins");
	}

	@Test
	public void qemusLogOfX86HasNoExits() {
		assertMessage("     0: v=20 e=0000 i=0 cpl=0 IP=0010:ffffffff81000000\n", "x, line 1: this is QEMU's log of an x86 machine");
	}

	@Test
	public void aLogOfSeveralCpusIsRefused() {
		assertMessage("Taking exception 5 [IRQ] on CPU 0\nTaking exception 5 [IRQ] on CPU 1\n", "x, line 2: an exception on CPU 1 after others on CPU 0");
	}

	@Test
	public void aFolderAPipeAndNothingAreNoTraces() throws Exception {
		assertEquals(folder.getRoot() + " is a folder; name a trace in it", problem(folder.getRoot().toPath()));
		assertTrue(problem(folder.getRoot().toPath().resolve("none")).endsWith("none does not exist"));
		Path pipe = folder.getRoot().toPath().resolve("pipe");
		Assume.assumeTrue("there is mkfifo", Files.isExecutable(Path.of("/usr/bin/mkfifo")));
		new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();
		assertEquals(pipe + " is no regular file; save what comes out of it to a file first, with 'cat pipe > FILE'", problem(pipe));
	}

	private static String problem(Path file) {
		return assertThrows(TraceException.class, () -> new TraceReader(TraceOptions.DEFAULT).read(file)).getMessage();
	}

	private static void assertMessage(String text, String expected) {
		String message = Read.problem(text).getMessage();
		assertTrue(message, message.contains(expected));
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
			new ByteArrayInputStream(bytes).transferTo(packed);
		}
		return out.toByteArray();
	}
}
