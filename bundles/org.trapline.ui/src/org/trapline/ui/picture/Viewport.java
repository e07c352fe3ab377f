// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.ScrollBar;
import org.trapline.chart.picture.Picture;

/**
 * The part of a picture that a widget shows, and how large: scroll positions and magnification. Places on the widget are in its own coordinates,
 * places in the picture in points of the picture. In a widget without scroll bars both are the same.
 */
final class Viewport {

	private static final double LEAST = 0.2;
	private static final double MOST = 4;
	private static final double STEP = 1.2;
	/** Pixels that the keyboard and the wheel scroll. */
	private static final int LINE = 40;

	private final Scrollable widget;
	private double magnification = 1;
	private int width;
	private int height;

	/** @param widget with two scroll bars or none; it is redrawn when its size changes and when it is scrolled */
	Viewport(Scrollable widget) {
		this.widget = widget;
		widget.addListener(SWT.Resize, event -> {
			update();
			widget.redraw();
		});
		if (scrolls()) {
			widget.getHorizontalBar().addListener(SWT.Selection, event -> widget.redraw());
			widget.getVerticalBar().addListener(SWT.Selection, event -> widget.redraw());
		}
	}

	/** Whether the picture is scrolled and magnified; else it has the widget's size. */
	boolean scrolls() {
		return widget.getHorizontalBar() != null;
	}

	/** Takes the size of another picture; null for none. */
	void show(Picture<?> picture) {
		width = picture == null ? 0 : (int) Math.ceil(picture.size().width());
		height = picture == null ? 0 : (int) Math.ceil(picture.size().height());
		update();
	}

	/** Brings the scroll bars in line with the sizes of widget and picture. */
	private void update() {
		if (scrolls()) {
			Rectangle area = widget.getClientArea();
			set(widget.getHorizontalBar(), (int) Math.ceil(width * magnification), area.width);
			set(widget.getVerticalBar(), (int) Math.ceil(height * magnification), area.height);
		}
	}

	private static void set(ScrollBar bar, int length, int room) {
		bar.setVisible(length > room);
		int thumb = Math.max(1, Math.min(length, room));
		bar.setValues(Math.clamp(bar.getSelection(), 0, Math.max(0, length - room)), 0, Math.max(1, length), thumb, LINE, Math.max(1, room - LINE));
	}

	/** Pixels of the magnified picture to the left of the widget. */
	int x() {
		return scrolls() ? widget.getHorizontalBar().getSelection() : 0;
	}

	/** Pixels of the magnified picture above the widget. */
	int y() {
		return scrolls() ? widget.getVerticalBar().getSelection() : 0;
	}

	double magnification() {
		return magnification;
	}

	/** Where an area of the picture is on the widget. */
	Rectangle place(Rectangle2D area) {
		return new Rectangle((int) Math.floor(area.getX() * magnification - x()), (int) Math.floor(area.getY() * magnification - y()),
				(int) Math.ceil(area.getWidth() * magnification) + 1, (int) Math.ceil(area.getHeight() * magnification) + 1);
	}

	/** The place in the picture that is under a place on the widget. */
	Point2D pointAt(int atX, int atY) {
		return new Point2D.Double((atX + x()) / magnification, (atY + y()) / magnification);
	}

	/** Scrolls as little as brings a place on the widget into sight. */
	void reveal(Rectangle place) {
		if (scrolls()) {
			Rectangle area = widget.getClientArea();
			scroll(widget.getHorizontalBar(), place.x, place.width, area.width);
			scroll(widget.getVerticalBar(), place.y, place.height, area.height);
		}
	}

	private static void scroll(ScrollBar bar, int start, int length, int room) {
		if (start < 0) {
			bar.setSelection(bar.getSelection() + start - LINE / 2);
		} else if (start + length > room) {
			bar.setSelection(bar.getSelection() + Math.min(start, start + length - room + LINE / 2));
		}
	}

	/** Moves the picture with the mouse. */
	void drag(Point from, Point to) {
		if (scrolls()) {
			widget.getHorizontalBar().setSelection(x() + from.x - to.x);
			widget.getVerticalBar().setSelection(y() + from.y - to.y);
		}
	}

	/** Scrolls down by {@code direction} pages. */
	void page(int direction) {
		if (scrolls()) {
			ScrollBar bar = widget.getVerticalBar();
			bar.setSelection(bar.getSelection() + direction * bar.getPageIncrement());
		}
	}

	/** Magnifies; what is in the middle of the widget stays there. */
	void magnify(double other) {
		Rectangle area = widget.getClientArea();
		magnify(other, area.width / 2, area.height / 2);
	}

	/** Magnifies by steps; what is at the given place on the widget stays there. */
	void magnifyBy(int steps, int atX, int atY) {
		magnify(magnification * Math.pow(STEP, steps), atX, atY);
	}

	/** Magnifies by steps; what is in the middle of the widget stays there. */
	void magnifyBy(int steps) {
		magnify(magnification * Math.pow(STEP, steps));
	}

	private void magnify(double other, int atX, int atY) {
		double next = Math.clamp(other, LEAST, MOST);
		double factor = next / magnification;
		int x = (int) ((x() + atX) * factor) - atX;
		int y = (int) ((y() + atY) * factor) - atY;
		magnification = next;
		update();
		widget.getHorizontalBar().setSelection(x);
		widget.getVerticalBar().setSelection(y);
	}
}
