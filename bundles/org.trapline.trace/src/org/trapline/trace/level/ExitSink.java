// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

/** Gets every exit once its level is known. */
public interface ExitSink {

	/**
	 * @param track of the vCPU
	 * @param exit  used again after the call
	 * @param level of the software that exited: 1, 2 or {@link org.trapline.trace.summary.ExitKey#UNKNOWN}
	 */
	void exit(VcpuTrack track, ExitRecord exit, int level);

	/** Events of this vCPU were lost: what was begun has no end. */
	void gap(VcpuTrack track);
}
