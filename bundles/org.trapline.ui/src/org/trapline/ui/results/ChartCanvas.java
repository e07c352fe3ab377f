// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.trapline.chart.ChartData;
import org.trapline.chart.ChartImage;
import org.trapline.chart.ChartRegion;
import org.trapline.chart.ChartTheme;
import org.trapline.chart.Charts;

/**
 * Shows one chart. It is drawn in a job, at the pixels of the monitor it is on, and anew whenever size, zoom or the workbench's
 * theme change; until the new picture is there the old one stays. What lies under the mouse is told by a tool tip.
 */
final class ChartCanvas extends Canvas {

	/** Below this a chart would be nothing but clipped labels. */
	private static final Point SMALLEST = new Point(160, 120);

	/** All that decides what the picture looks like. */
	private record Request(ChartData data, ChartTheme theme, int width, int height, int zoom) {
	}

	private record Picture(Request request, ChartImage chart, Image image) {
	}

	private ChartData data;
	private Picture picture;
	private Request drawing;

	ChartCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		addListener(SWT.Paint, this::paint);
		addListener(SWT.Resize, event -> redraw());
		addListener(SWT.ZoomChanged, event -> redraw());
		addListener(SWT.MouseMove, this::tell);
		addListener(SWT.Dispose, event -> forget());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = data == null ? "Chart" : "Chart: " + data.heading();
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_GRAPHIC;
			}
		});
	}

	/** Shows another chart; null for none. */
	void show(ChartData data) {
		this.data = data;
		redraw();
	}

	/** Whether the picture on the screen is the one for the present data, size and theme. */
	boolean isUpToDate() {
		return picture != null && picture.request().equals(request().orElse(null));
	}

	/** The parts of the picture on the screen; empty before the first one. */
	Optional<ChartImage> image() {
		return Optional.ofNullable(picture).map(Picture::chart);
	}

	private Optional<Request> request() {
		Rectangle area = getClientArea();
		if (data == null || area.width < SMALLEST.x || area.height < SMALLEST.y) {
			return Optional.empty();
		}
		return Optional.of(new Request(data, theme(), area.width, area.height, getMonitor().getZoom()));
	}

	/** Asking the widget's own background, not the theme's id, makes it right for every theme that somebody may install. */
	private ChartTheme theme() {
		RGB background = getBackground().getRGB();
		double brightness = 0.299 * background.red + 0.587 * background.green + 0.114 * background.blue;
		return brightness < 128 ? ChartTheme.DARK : ChartTheme.LIGHT;
	}

	private void paint(Event event) {
		Rectangle area = getClientArea();
		java.awt.Color paper = theme().background();
		Color background = new Color(paper.getRed(), paper.getGreen(), paper.getBlue());
		event.gc.setBackground(background);
		event.gc.fillRectangle(area);
		Optional<Request> wanted = request();
		if (picture != null && wanted.isPresent() && picture.request().data().equals(data)) {
			event.gc.drawImage(picture.image(), 0, 0);
		}
		wanted.filter(request -> picture == null || !picture.request().equals(request))
				.filter(request -> !request.equals(drawing)).ifPresent(this::draw);
	}

	private void draw(Request request) {
		drawing = request;
		Job job = Job.createSystem("Drawing a chart", (ICoreRunnable) monitor -> {
			double scale = request.zoom() / 100.0;
			ChartImage chart = ChartImage.of(Charts.create(request.data(), request.theme()),
					(int) Math.round(request.width() * scale), (int) Math.round(request.height() * scale), scale);
			if (!isDisposed()) {
				getDisplay().asyncExec(() -> take(request, chart));
			}
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	private void take(Request request, ChartImage chart) {
		// A later request may have overtaken this one: then its picture is on the way.
		if (isDisposed() || !request.equals(drawing)) {
			return;
		}
		forget();
		picture = new Picture(request, chart, new Image(getDisplay(), pixels(chart, request)));
		drawing = null;
		redraw();
	}

	/** The pixels as they are at the zoom they were drawn for; another zoom gets them scaled, for the moment until it is redrawn. */
	private static ImageDataProvider pixels(ChartImage chart, Request request) {
		ImageData drawn = convert(chart.image());
		return zoom -> zoom == request.zoom() ? drawn
				: drawn.scaledTo(Math.round(request.width() * zoom / 100f), Math.round(request.height() * zoom / 100f));
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

	private void tell(Event event) {
		String text = null;
		if (picture != null) {
			ChartImage chart = picture.chart();
			text = chart.regionAt(event.x * chart.scale(), event.y * chart.scale()).map(ChartRegion::text).orElse(null);
		}
		if (text == null ? getToolTipText() != null : !text.equals(getToolTipText())) {
			setToolTipText(text);
		}
	}

	private void forget() {
		if (picture != null) {
			picture.image().dispose();
			picture = null;
		}
	}
}
