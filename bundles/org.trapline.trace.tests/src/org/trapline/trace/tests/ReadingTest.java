// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.Test;
import org.trapline.trace.TraceReader;
import org.trapline.trace.read.ExitListener;
import org.trapline.trace.read.Progress;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.TraceSummary;

/** Streams, windows, progress. */
public class ReadingTest {

	@Test
	public void aWindowHoldsTheExitsFromItsStartToBeforeItsEnd() {
		String text = new Lines().handled("HLT").handled("CPUID").handled("VMCALL").toString();
		TraceSummary summary = Read.text(text, TraceOptions.DEFAULT.withWindow(1_000_002_000L, 1_000_004_000L));
		assertEquals(List.of("L1 CPUID"), summary.exits().stream().map(row -> row.key().label()).toList());
		assertEquals(1_000_002_000L, summary.span().first());
	}

	@Test
	public void levelsAreFollowedFromBeforeTheWindow() {
		String text = new Lines().trap("ERET", 0x1a).nestedEret("EL1h", "2403c807d623f").enter().trap("DABT_LOW", 0x24).enter().toString();
		TraceSummary summary = Read.text(text, TraceOptions.DEFAULT.withWindow(1_000_003_000L, Long.MAX_VALUE));
		assertEquals(List.of("L2 DABT_LOW"), summary.exits().stream().map(row -> row.key().label()).toList());
	}

	@Test
	public void lossesOutsideTheWindowDoNotCount() {
		String text = new Lines().handled("HLT").event("kvm_exit: what").later(1000).handled("HLT").toString();
		assertEquals(0, Read.text(text, TraceOptions.DEFAULT.withWindow(1_000_500_000L, Long.MAX_VALUE)).lost(LossKind.UNREADABLE_EVENT));
		assertEquals(1, Read.text(text).lost(LossKind.UNREADABLE_EVENT));
	}

	@Test
	public void operationsThatCrossTheWindowAreBroken() {
		Lines lines = new Lines();
		for (int i = 0; i < 20; i++) {
			lines.handled("VMCALL");
		}
		Operation operation = Read.text(lines.toString(), TraceOptions.DEFAULT.withWindow(1_000_010_000L, 1_000_020_000L)).operation().orElseThrow();
		assertEquals(4, operation.operations());
		assertEquals(1, operation.broken());
	}

	@Test
	public void aStreamHandsOverItsBytesInAnyPortions() throws Exception {
		byte[] packed = Read.packed("x86-svm-l2-cpuid.trace.txt");
		InputStream dripping = new ByteArrayInputStream(packed) {
			@Override
			public synchronized int read(byte[] buffer, int offset, int length) {
				return super.read(buffer, offset, Math.min(length, 7));
			}
		};
		assertEquals(Read.real("x86-svm-l2-cpuid.trace.txt").exits(), new TraceReader(TraceOptions.DEFAULT).read("x", dripping, -1).exits());
	}

	@Test
	public void progressTellsBytesOfTheTotal() throws Exception {
		List<Long> heard = new ArrayList<>();
		Progress progress = new Progress() {
			@Override
			public void read(long bytes, long total) {
				assertEquals(5_000_000, total);
				heard.add(bytes);
			}

			@Override
			public boolean cancelled() {
				return false;
			}
		};
		new TraceReader(TraceOptions.DEFAULT, progress, ExitListener.NONE).read("x", repeated(40_000), 5_000_000);
		assertTrue(heard.toString(), heard.size() > 3 && heard.size() < 20);
		assertEquals(heard.stream().sorted().toList(), heard);
	}

	@Test
	public void readingEndsWhenItIsCancelled() {
		AtomicLong reads = new AtomicLong();
		Progress progress = new Progress() {
			@Override
			public void read(long bytes, long total) {
				reads.incrementAndGet();
			}

			@Override
			public boolean cancelled() {
				return reads.get() > 1;
			}
		};
		assertThrows(CancellationException.class, () -> new TraceReader(TraceOptions.DEFAULT, progress, ExitListener.NONE).read("x", repeated(1_000_000), -1));
	}

	@Test
	public void aLongTraceIsReadOnceAndWhole() throws Exception {
		TraceSummary summary = new TraceReader(TraceOptions.DEFAULT).read("x", repeated(200_000), -1);
		assertEquals(200_000, summary.exitCount());
		assertEquals(400_000, summary.source().lines());
		assertEquals(199_999, summary.operation().orElseThrow().operations());
		assertEquals(List.of(), summary.losses());
	}

	/** A trace of so many exits that is nowhere as a whole. */
	private static InputStream repeated(int exits) {
		return new SequenceInputStream(new Enumeration<>() {
			private long next;

			@Override
			public boolean hasMoreElements() {
				return next < exits;
			}

			@Override
			public InputStream nextElement() {
				Lines lines = new Lines().later(next * 2).handled("VMCALL");
				next++;
				return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
			}
		});
	}
}
