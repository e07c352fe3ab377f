// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

/** Hears how far reading is, and can end it. */
public interface Progress {

	/** Hears nothing. */
	Progress NONE = new Progress() {
		@Override
		public void read(long bytes, long total) {
			// nobody wants to know
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	/**
	 * Called every megabyte or so.
	 *
	 * @param bytes read so far, as stored
	 * @param total of the file; -1 where it is not known
	 */
	void read(long bytes, long total);

	/** Whether to stop; reading then ends with a {@link java.util.concurrent.CancellationException}. */
	boolean cancelled();
}
