// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.flow;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.stat.TimeAverage;

/**
 * Serves requests first come, first served. While the sibling is busy too, work takes longer: the remaining work is rescaled
 * whenever the sibling becomes busy or idle. Nothing here allocates except a queue that grows.
 */
final class HardwareThread {

	private final EventKernel kernel;
	private final Event done;
	private final double factor;
	private final IntConsumer served;
	private final TimeAverage busy = new TimeAverage();
	private HardwareThread sibling;

	private int[] waiting = new int[16];
	private long[] works = new long[16];
	private int first;
	private int count;
	/** Work of the request that is served, in picoseconds at full speed, as of {@link #since}. */
	private double left;
	private long since;

	/**
	 * @param factor slowdown factor while the sibling is busy, at least 1
	 * @param served receives the number of each completed request
	 */
	HardwareThread(EventKernel kernel, String name, double factor, IntConsumer served) {
		this.kernel = kernel;
		this.factor = factor;
		this.served = served;
		this.done = kernel.event(name, "request served", EventPriority.VCPU, payload -> finish());
	}

	/** Two threads of one core. */
	static void pair(HardwareThread one, HardwareThread other) {
		one.sibling = other;
		other.sibling = one;
	}

	/** A request arrives, with work in picoseconds. */
	void serve(int request, long work) {
		if (count == waiting.length) {
			grow();
		}
		int last = (first + count) % waiting.length;
		waiting[last] = request;
		works[last] = work;
		count++;
		if (count == 1) {
			busy.set(1, kernel.now());
			start();
			if (sibling != null) {
				sibling.changePace(true);
			}
		}
	}

	private void start() {
		left = works[first];
		since = kernel.now();
		done.rescheduleAfter(Math.round(left * pace()));
	}

	private double pace() {
		return sibling != null && sibling.count > 0 ? factor : 1;
	}

	/** The sibling has become busy, or idle. */
	private void changePace(boolean siblingBusy) {
		if (count == 0) {
			return;
		}
		long now = kernel.now();
		double before = siblingBusy ? 1 : factor;
		left = Math.max(0, left - (now - since) / before);
		since = now;
		done.rescheduleAfter(Math.round(left * pace()));
	}

	private void finish() {
		int request = waiting[first];
		first = (first + 1) % waiting.length;
		count--;
		if (count > 0) {
			start();
		} else {
			busy.set(0, kernel.now());
			if (sibling != null) {
				sibling.changePace(false);
			}
		}
		served.accept(request);
	}

	private void grow() {
		int[] moreWaiting = Arrays.copyOf(waiting, 2 * count);
		long[] moreWorks = Arrays.copyOf(works, 2 * count);
		for (int i = 0; i < count; i++) {
			moreWaiting[i] = waiting[(first + i) % count];
			moreWorks[i] = works[(first + i) % count];
		}
		waiting = moreWaiting;
		works = moreWorks;
		first = 0;
	}

	void reset(long time) {
		busy.reset(time);
	}

	/** Share of the time that it was busy, since the last reset. */
	double utilization(long time) {
		return busy.mean(time);
	}
}
