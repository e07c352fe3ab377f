// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** What the mouse does on a widget: clicks, drags with the first button, and moves without one. A press gives the widget the focus. */
final class MouseGestures {

	/** A drag of fewer pixels is a click. */
	private static final int CLICK = 4;

	/** Is told of the gestures, in the widget's coordinates. */
	interface Listener {

		/** The mouse moved, and no button is down. */
		void hovered(Event event);

		/** The first button clicked, or the third went down. */
		void clicked(Event event);

		/** A drag went on. */
		void dragging(Point from, Point to);

		/** A drag ended; {@code band} is from where it began to where it ended. */
		void dragged(Rectangle2D band);
	}

	private final Control widget;
	private final Listener listener;
	private Point pressed;
	private Point dragged;

	MouseGestures(Control widget, Listener listener) {
		this.widget = widget;
		this.listener = listener;
		widget.addListener(SWT.MouseMove, this::moved);
		widget.addListener(SWT.MouseDown, this::down);
		widget.addListener(SWT.MouseUp, this::up);
	}

	/** From where a drag that is going on began to where it is now; empty while there is none. */
	Optional<Rectangle2D> band() {
		if (pressed == null || dragged == null) {
			return Optional.empty();
		}
		Rectangle2D band = new Rectangle2D.Double(pressed.x, pressed.y, 0, 0);
		band.add(dragged.x, dragged.y);
		return Optional.of(band);
	}

	private void down(Event event) {
		widget.setFocus();
		if (event.button == 1) {
			pressed = new Point(event.x, event.y);
			dragged = null;
		}
		if (event.button == 3) {
			listener.clicked(event);
		}
	}

	private void moved(Event event) {
		if (pressed == null) {
			listener.hovered(event);
			return;
		}
		Point now = new Point(event.x, event.y);
		if (dragged == null && Math.abs(now.x - pressed.x) < CLICK && Math.abs(now.y - pressed.y) < CLICK) {
			return;
		}
		Point from = dragged == null ? pressed : dragged;
		dragged = now;
		listener.dragging(from, now);
		widget.redraw();
	}

	private void up(Event event) {
		if (event.button != 1 || pressed == null) {
			return;
		}
		band().ifPresentOrElse(listener::dragged, () -> listener.clicked(event));
		pressed = null;
		dragged = null;
		widget.redraw();
	}
}
