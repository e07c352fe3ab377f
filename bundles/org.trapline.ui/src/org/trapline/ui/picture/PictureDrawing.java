// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Widget;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;

/**
 * The pixels of a widget's picture. They are drawn in a job; until they are there the earlier ones stay. Of several requests only the latest counts.
 * To be used on the UI thread.
 *
 * @param <E> what the picture's parts stand for
 */
final class PictureDrawing<E> {

	/**
	 * All that decides what the pixels look like.
	 *
	 * @param version       of the picture: another picture has another one
	 * @param zoom          of the monitor, in percent
	 * @param whole         whether the picture is drawn in the given size, else the part of it that begins at {@code x} and {@code y}
	 * @param magnification of a part
	 */
	record Request(int version, ChartTheme theme, int width, int height, int zoom, boolean whole, double magnification, int x, int y) {
	}

	/**
	 * What is on the screen.
	 *
	 * @param image the pixels as the window system has them
	 */
	record Drawn<E>(Request request, PictureImage<E> pixels, Image image) {

		List<PictureRegion<E>> regions() {
			return pixels.drawing().regions();
		}
	}

	/** Is told of pixels that are new on the screen. */
	interface Listener {
		/** @param first whether they are the first of their picture */
		void drawn(boolean first);
	}

	private final Widget widget;
	private final Listener listener;
	private Drawn<E> drawn;
	private Request drawing;

	PictureDrawing(Widget widget, Listener listener) {
		this.widget = widget;
		this.listener = listener;
	}

	/** What is on the screen; empty before the first drawing. */
	Optional<Drawn<E>> drawn() {
		return Optional.ofNullable(drawn);
	}

	/** Whether this is what is on the screen. */
	boolean shows(Request request) {
		return drawn != null && drawn.request().equals(request);
	}

	/** Draws, unless that is done or going on. */
	void draw(Picture<E> picture, Request request) {
		if (shows(request) || request.equals(drawing)) {
			return;
		}
		drawing = request;
		Job job = Job.createSystem("Drawing a picture", (ICoreRunnable) monitor -> {
			PictureImage<E> pixels = pixels(picture, request);
			ImageData data = convert(pixels.image());
			if (!widget.isDisposed()) {
				widget.getDisplay().asyncExec(() -> take(request, pixels, data));
			}
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	private static <E> PictureImage<E> pixels(Picture<E> picture, Request request) {
		double scale = request.zoom() / 100.0;
		int width = (int) Math.round(request.width() * scale);
		int height = (int) Math.round(request.height() * scale);
		return request.whole() ? PictureImage.of(picture, width, height, scale, request.theme())
				: PictureImage.part(picture, width, height, scale * request.magnification(), request.theme(), request.x() / request.magnification(),
						request.y() / request.magnification());
	}

	private void take(Request request, PictureImage<E> pixels, ImageData data) {
		// A later request may have overtaken this one: then its picture is on the way.
		if (widget.isDisposed() || !request.equals(drawing)) {
			return;
		}
		boolean first = drawn == null || drawn.request().version() != request.version();
		forget();
		drawn = new Drawn<>(request, pixels, new Image(widget.getDisplay(), provider(data, request)));
		drawing = null;
		listener.drawn(first);
	}

	/** The pixels as they are at the zoom they were drawn for; another zoom gets them scaled, for the moment until it is redrawn. */
	private static ImageDataProvider provider(ImageData data, Request request) {
		return zoom -> zoom == request.zoom() ? data
				: data.scaledTo(Math.round(request.width() * zoom / 100f), Math.round(request.height() * zoom / 100f));
	}

	private static ImageData convert(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		int[] source = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		byte[] target = new byte[source.length * 3];
		for (int i = 0, j = 0; i < source.length; i++) {
			int pixel = source[i];
			target[j++] = (byte) (pixel >> 16);
			target[j++] = (byte) (pixel >> 8);
			target[j++] = (byte) pixel;
		}
		return new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF), width * 3, target);
	}

	/** Frees what the window system holds. */
	void forget() {
		if (drawn != null) {
			drawn.image().dispose();
			drawn = null;
		}
	}
}
