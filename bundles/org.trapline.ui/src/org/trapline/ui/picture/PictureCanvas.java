// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.chart.picture.Picture;
import org.trapline.chart.picture.PictureImage;
import org.trapline.chart.picture.PictureRegion;
import org.trapline.ui.preferences.TraplinePreferences;

/**
 * Shows a picture. It is drawn in a job, at the pixels of the monitor it is on, and anew whenever size, zoom or theme change; until the
 * new picture is there the old one stays. What lies under the mouse is told by a tool tip; parts can be selected by mouse and by keyboard.
 *
 * @param <E> what the picture's parts stand for
 */
public final class PictureCanvas<E> extends Canvas {

	/** How a picture's size and the canvas's go together. */
	public enum Mode {
		/** The picture is drawn in the canvas's size. */
		FIT,
		/** The picture has a size of its own, times the magnification; it is scrolled. */
		SCROLL
	}

	/** Below this a picture would be nothing but clipped labels. */
	private static final Point SMALLEST = new Point(120, 80);

	private final Viewport viewport;
	private final PictureDrawing<E> drawing;
	private final MouseGestures mouse;
	private Picture<E> picture;
	private int version;
	private IntSupplier zoom = () -> getMonitor().getZoom();
	private Optional<E> selected = Optional.empty();
	private Consumer<Optional<E>> onSelect = element -> {
	};
	private Consumer<E> onOpen = element -> {
	};
	private Consumer<Rectangle2D> onZoom;
	private BiPredicate<Integer, Point> onWheel = (count, place) -> false;
	private Predicate<Event> onKey = key -> false;
	private Predicate<E> outlined = element -> true;
	private final IPreferenceChangeListener preferences = event -> redrawIfThere();

	/** @param mode how picture and canvas go together */
	public PictureCanvas(Composite parent, Mode mode) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | (mode == Mode.SCROLL ? SWT.H_SCROLL | SWT.V_SCROLL : 0));
		viewport = new Viewport(this);
		drawing = new PictureDrawing<>(this, this::drawn);
		mouse = new MouseGestures(this, new Mouse());
		addListener(SWT.Paint, this::paint);
		addListener(SWT.ZoomChanged, event -> redraw());
		addListener(SWT.MouseDoubleClick, event -> at(event).map(PictureRegion::element).ifPresent(onOpen));
		addListener(SWT.MouseVerticalWheel, this::wheel);
		addListener(SWT.KeyDown, this::key);
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
		addListener(SWT.Traverse, event -> {
			// The arrows go through the picture's parts, not away from it.
			event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
		});
		addListener(SWT.Dispose, event -> {
			TraplinePreferences.node().removePreferenceChangeListener(preferences);
			drawing.forget();
		});
		TraplinePreferences.node().addPreferenceChangeListener(preferences);
		PictureAccessibility.describe(this, () -> picture == null ? "Picture" : picture.title(),
				() -> selected.flatMap(this::region).map(PictureRegion::text).orElse(null));
	}

	// ------------------------------------------------------------------------------------------- what is shown

	/** Shows another picture; null for none. What is selected stays where the new one has it too. */
	public void show(Picture<E> other) {
		picture = other;
		version++;
		viewport.show(other);
		redraw();
	}

	/** The picture that is shown. */
	public Optional<Picture<E>> picture() {
		return Optional.ofNullable(picture);
	}

	/** Whether the picture on the screen is the present one, in the present size and theme. */
	public boolean isUpToDate() {
		return request().filter(drawing::shows).isPresent();
	}

	/** The pixels on the screen and their parts; empty before the first drawing. */
	public Optional<PictureImage<E>> pixels() {
		return drawing.drawn().map(PictureDrawing.Drawn::pixels);
	}

	/** The pixels on the screen as the window system gets them; empty before the first drawing. */
	public Optional<Image> image() {
		return drawing.drawn().map(PictureDrawing.Drawn::image);
	}

	/** Draws for a density that somebody else knows, in percent, in place of the monitor's. */
	public void drawFor(IntSupplier percent) {
		zoom = Objects.requireNonNull(percent);
		redraw();
	}

	/** The part of the picture that is drawn for an element. */
	public Optional<PictureRegion<E>> region(E element) {
		return regions().stream().filter(region -> region.element().equals(element)).findFirst();
	}

	/** Where a part is, in the canvas's own coordinates. */
	public Rectangle place(PictureRegion<E> region) {
		return viewport.place(region.area());
	}

	private List<PictureRegion<E>> regions() {
		return drawing.drawn().map(PictureDrawing.Drawn::regions).orElse(List.of());
	}

	private Optional<PictureRegion<E>> at(Event event) {
		Point2D place = viewport.pointAt(event.x, event.y);
		return pixels().flatMap(pixels -> pixels.drawing().regionAt(place.getX(), place.getY()));
	}

	// ------------------------------------------------------------------------------------------- selection and zoom

	/** Tells of every element that the user selects, and of none. */
	public void onSelect(Consumer<Optional<E>> listener) {
		onSelect = listener;
	}

	/** Tells of every element that the user opens, by double click or the Enter key. */
	public void onOpen(Consumer<E> listener) {
		onOpen = listener;
	}

	/** Tells of rectangles that the user drags, in points of the picture; where nobody listens, dragging scrolls. */
	public void onZoom(Consumer<Rectangle2D> listener) {
		onZoom = listener;
	}

	/** Tells of the wheel, with its clicks and the place in the picture; true when that is all about it. */
	public void onWheel(BiPredicate<Integer, Point> listener) {
		onWheel = listener;
	}

	/** Tells of keys before the canvas takes them; true when that is all about it. */
	public void onKey(Predicate<Event> listener) {
		onKey = listener;
	}

	/** Which elements get an outline while they are selected, where the picture itself does not show it. */
	public void outline(Predicate<E> elements) {
		outlined = elements;
	}

	/** What is selected. */
	public Optional<E> selected() {
		return selected;
	}

	/** Selects an element, without telling; brings it into sight. */
	public void select(Optional<E> element) {
		selected = element;
		redraw();
		reveal();
	}

	private void selectByUser(Optional<E> element) {
		select(element);
		onSelect.accept(element);
		getAccessible().selectionChanged();
	}

	private void reveal() {
		selected.flatMap(this::region).map(this::place).ifPresent(viewport::reveal);
	}

	/** How large the picture is drawn: 1 is its own size. */
	public double magnification() {
		return viewport.magnification();
	}

	/** Draws the picture larger or smaller; the middle of what is in sight stays there. */
	public void magnify(double other) {
		viewport.magnify(other);
		redraw();
	}

	/** Draws the picture larger by a step. */
	public void magnifyMore() {
		viewport.magnifyBy(1);
		redraw();
	}

	/** Draws the picture smaller by a step. */
	public void magnifyLess() {
		viewport.magnifyBy(-1);
		redraw();
	}

	/**
	 * Draws the picture so that all of it is in sight, but not larger than its own size.
	 *
	 * @param least no smaller than this: then it has to be scrolled, and can be read
	 */
	public void magnifyToFit(double least) {
		Rectangle area = getClientArea();
		if (picture != null && area.width > 0 && area.height > 0) {
			magnify(Math.clamp(Math.min(area.width / picture.size().width(), area.height / picture.size().height()), least, 1));
		}
	}

	/** Draws the picture as wide as the canvas. */
	public void magnifyToWidth() {
		if (picture != null && getClientArea().width > 0) {
			magnify(getClientArea().width / picture.size().width());
		}
	}

	// ------------------------------------------------------------------------------------------- mouse and keys

	private final class Mouse implements MouseGestures.Listener {

		@Override
		public void hovered(Event event) {
			String text = at(event).map(PictureRegion::text).map(words -> words.replace("&", "&&")).orElse(null);
			if (!Objects.equals(text, getToolTipText())) {
				setToolTipText(text);
			}
		}

		@Override
		public void clicked(Event event) {
			selectByUser(at(event).map(PictureRegion::element));
		}

		@Override
		public void dragging(Point from, Point to) {
			if (onZoom == null) {
				viewport.drag(from, to);
			}
		}

		@Override
		public void dragged(Rectangle2D band) {
			if (onZoom != null) {
				onZoom.accept(band);
			}
		}
	}

	private void wheel(Event event) {
		boolean control = (event.stateMask & SWT.MOD1) != 0;
		if (viewport.scrolls() && control) {
			viewport.magnifyBy(Integer.signum(event.count), event.x, event.y);
			redraw();
			event.doit = false;
		} else if (onWheel.test(event.count, new Point(event.x, event.y))) {
			event.doit = false;
		}
	}

	private void key(Event event) {
		if (onKey.test(event)) {
			return;
		}
		switch (event.keyCode) {
		case SWT.ARROW_LEFT, SWT.ARROW_UP -> next(-1);
		case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> next(1);
		case SWT.CR, SWT.KEYPAD_CR -> selected.ifPresent(onOpen);
		case SWT.ESC -> selectByUser(Optional.empty());
		case SWT.PAGE_DOWN -> page(1);
		case SWT.PAGE_UP -> page(-1);
		default -> {
			if (viewport.scrolls() && (event.character == '+' || event.character == '=')) {
				magnifyMore();
			} else if (viewport.scrolls() && event.character == '-') {
				magnifyLess();
			} else if (viewport.scrolls() && event.character == '0') {
				magnify(1);
			}
		}
		}
	}

	private void page(int direction) {
		viewport.page(direction);
		redraw();
	}

	/** Selects the next element, in the order in which they are drawn. */
	private void next(int direction) {
		List<E> elements = regions().stream().map(PictureRegion::element).distinct().toList();
		if (elements.isEmpty()) {
			return;
		}
		int at = selected.map(elements::indexOf).orElse(-1);
		int next = at < 0 ? direction > 0 ? 0 : elements.size() - 1 : Math.clamp(at + direction, 0, elements.size() - 1);
		selectByUser(Optional.of(elements.get(next)));
	}

	// ------------------------------------------------------------------------------------------- drawing

	private Optional<PictureDrawing.Request> request() {
		Rectangle area = getClientArea();
		if (picture == null || area.width < SMALLEST.x || area.height < SMALLEST.y) {
			return Optional.empty();
		}
		return Optional.of(new PictureDrawing.Request(version, theme(), area.width, area.height, zoom.getAsInt(), !viewport.scrolls(), viewport.magnification(),
				viewport.x(), viewport.y()));
	}

	private ChartTheme theme() {
		return TraplinePreferences.chartTheme(getBackground().getRGB());
	}

	private void redrawIfThere() {
		if (!isDisposed()) {
			getDisplay().asyncExec(() -> {
				if (!isDisposed()) {
					redraw();
				}
			});
		}
	}

	private void paint(Event event) {
		Rectangle area = getClientArea();
		java.awt.Color paper = theme().background();
		event.gc.setBackground(new Color(paper.getRed(), paper.getGreen(), paper.getBlue()));
		event.gc.fillRectangle(area);
		Optional<PictureDrawing.Request> wanted = request();
		if (wanted.isPresent()) {
			drawing.drawn().ifPresent(there -> {
				// While the next one is drawn, what is there moves with the scroll bars.
				boolean same = there.request().magnification() == viewport.magnification();
				event.gc.drawImage(there.image(), same ? there.request().x() - viewport.x() : 0, same ? there.request().y() - viewport.y() : 0);
				overlay(event.gc);
			});
			drawing.draw(picture, wanted.get());
		}
	}

	private void overlay(GC gc) {
		java.awt.Color ink = theme().ink();
		gc.setForeground(new Color(ink.getRed(), ink.getGreen(), ink.getBlue()));
		selected.filter(outlined).ifPresent(element -> {
			gc.setLineWidth(2);
			for (PictureRegion<E> region : regions()) {
				if (region.element().equals(element)) {
					Rectangle place = place(region);
					gc.drawRectangle(place.x - 1, place.y - 1, place.width + 1, place.height + 1);
				}
			}
		});
		mouse.band().filter(band -> onZoom != null).ifPresent(band -> {
			gc.setLineWidth(1);
			gc.setLineStyle(SWT.LINE_DASH);
			gc.drawRectangle((int) band.getX(), (int) band.getY(), (int) band.getWidth(), (int) band.getHeight());
		});
	}

	private void drawn(boolean first) {
		if (first) {
			reveal();
		}
		redraw();
	}
}
