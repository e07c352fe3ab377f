// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;
import org.trapline.sim.event.EventFingerprint;
import org.trapline.sim.event.EventPriority;

/** Who looks on. */
public class ObserverTest {

	@Test
	public void observersAreToldOfEachEventBeforeItHappensInTheOrderInWhichTheyCame() {
		Recorder recorder = new Recorder();
		recorder.kernel.observe((event, time) -> recorder.happened.add("first sees " + event.name() + " of " + event.component() + " at " + time));
		recorder.kernel.observe((event, time) -> recorder.happened.add("second sees " + event.priority()));
		recorder.pending("a", 5);
		assertEquals(List.of("first sees a of test at 5", "second sees VCPU", "5 a"), recorder.run());
	}

	@Test
	public void anObserverSeesTheKernelsTime() {
		Recorder recorder = new Recorder();
		List<Long> times = new ArrayList<>();
		recorder.kernel.observe((event, time) -> times.add(recorder.kernel.now()));
		recorder.pending("a", 5);
		recorder.run();
		assertEquals(List.of(5L), times);
	}

	private static long fingerprint(String name, EventPriority priority, long time) {
		Recorder recorder = new Recorder();
		EventFingerprint fingerprint = new EventFingerprint();
		recorder.kernel.observe(fingerprint);
		recorder.pending("first", 1);
		recorder.pending(name, priority, time);
		recorder.run();
		return fingerprint.value();
	}

	@Test
	public void equalRunsHaveEqualFingerprints() {
		assertEquals(fingerprint("a", EventPriority.VCPU, 5), fingerprint("a", EventPriority.VCPU, 5));
	}

	@Test
	public void aFingerprintDependsOnNameTimeAndPriority() {
		long one = fingerprint("a", EventPriority.VCPU, 5);
		assertNotEquals(one, fingerprint("b", EventPriority.VCPU, 5));
		assertNotEquals(one, fingerprint("a", EventPriority.CLIENT, 5));
		assertNotEquals(one, fingerprint("a", EventPriority.VCPU, 6));
	}

	@Test
	public void aFingerprintDependsOnTheOrder() {
		assertNotEquals(new Order("a", "b").fingerprint(), new Order("b", "a").fingerprint());
	}

	private record Order(String one, String other) {
		long fingerprint() {
			Recorder recorder = new Recorder();
			EventFingerprint fingerprint = new EventFingerprint();
			recorder.kernel.observe(fingerprint);
			recorder.pending(one, 5);
			recorder.pending(other, 5);
			recorder.run();
			return fingerprint.value();
		}
	}

	@Test
	public void aFingerprintIsTheSameOnEveryMachine() {
		assertEquals("fd5d8fc2ff4a5632", Long.toHexString(fingerprint("a", EventPriority.VCPU, 5)));
	}
}
