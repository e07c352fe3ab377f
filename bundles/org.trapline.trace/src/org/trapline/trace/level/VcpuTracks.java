// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vCPU threads of a trace, by number. Their number is bounded. */
public final class VcpuTracks {

	/** More threads are left out, and counted. */
	static final int MAX_THREADS = 1024;

	/** How VMMs name a vCPU's thread: "CPU 3/KVM", "fc_vcpu 3", "kvm-vcpu-3", "vcpu3". */
	private static final Pattern NAME = Pattern.compile("(?:CPU |fc_vcpu |kvm-vcpu-|vcpu[-_ ]?)(\\d{1,5})(?:/KVM)?");
	/** What tools put before a thread's name: date and time. */
	private static final Pattern DATE = Pattern.compile("^(?:[-/\\d:.]*\\d[-/:.][-/\\d:.]*\\s+)+");

	private final List<VcpuTrack> tracks = new ArrayList<>();
	private int[] keys = new int[64];
	private VcpuTrack[] table = new VcpuTrack[64];
	private VcpuTrack last;
	private int lastKey;

	/**
	 * The track of a key that was seen before.
	 *
	 * @param key the thread's number, or something below 0 where the trace does not say it
	 * @return null where there is none
	 */
	public VcpuTrack find(int key) {
		if (last != null && lastKey == key) {
			return last;
		}
		VcpuTrack found = table[slot(key, keys, table)];
		if (found != null) {
			last = found;
			lastKey = key;
		}
		return found;
	}

	/**
	 * A track for a key that was not seen before.
	 *
	 * @param key    the thread's number, or something below 0
	 * @param thread its name, as the trace has it
	 * @return null where there are too many
	 */
	public VcpuTrack add(int key, String thread) {
		if (tracks.size() >= MAX_THREADS) {
			return null;
		}
		String name = DATE.matcher(thread).replaceFirst("");
		Matcher vcpu = NAME.matcher(name);
		VcpuTrack track = new VcpuTrack(tracks.size(), Math.max(key, -1), name, vcpu.find() ? Integer.parseInt(vcpu.group(1)) : -1);
		tracks.add(track);
		if (tracks.size() * 2 > table.length) {
			rehash();
		}
		int slot = slot(key, keys, table);
		keys[slot] = key;
		table[slot] = track;
		return track;
	}

	/** All of them. */
	public List<VcpuTrack> all() {
		return tracks;
	}

	private void rehash() {
		int[] newKeys = new int[keys.length * 2];
		VcpuTrack[] newTable = new VcpuTrack[keys.length * 2];
		for (int old = 0; old < table.length; old++) {
			if (table[old] != null) {
				int slot = slot(keys[old], newKeys, newTable);
				newKeys[slot] = keys[old];
				newTable[slot] = table[old];
			}
		}
		keys = newKeys;
		table = newTable;
	}

	private static int slot(int key, int[] keys, VcpuTrack[] table) {
		int slot = key * 0x9e3779b1 >>> 7 & table.length - 1;
		while (table[slot] != null && keys[slot] != key) {
			slot = slot + 1 & table.length - 1;
		}
		return slot;
	}
}
