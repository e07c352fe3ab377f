// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
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
	private static final double LEAST = 0.2;
	private static final double MOST = 4;
	private static final double STEP = 1.2;
	/** A drag of fewer pixels is a click. */
	private static final int CLICK = 4;
	/** Pixels that the keyboard and the wheel scroll. */
	private static final int LINE = 40;

	/** All that decides what the pixels look like. */
	private record Request(int version, ChartTheme theme, int width, int height, int zoom, double magnification, int x, int y) {
	}

	private record Drawn<E>(Request request, PictureImage<E> pixels, Image image) {
	}

	private final Mode mode;
	private Picture<E> picture;
	private int version;
	private double magnification = 1;
	private IntSupplier zoom = () -> getMonitor().getZoom();
	private Drawn<E> drawn;
	private Request drawing;
	private Optional<E> selected = Optional.empty();
	private Point pressed;
	private Point dragged;
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
		this.mode = Objects.requireNonNull(mode);
		addListener(SWT.Paint, this::paint);
		addListener(SWT.Resize, event -> {
			scrollbars();
			redraw();
		});
		addListener(SWT.ZoomChanged, event -> redraw());
		addListener(SWT.MouseMove, this::moved);
		addListener(SWT.MouseDown, this::down);
		addListener(SWT.MouseUp, this::up);
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
			forget();
		});
		TraplinePreferences.node().addPreferenceChangeListener(preferences);
		for (ScrollBar bar : new ScrollBar[] { getHorizontalBar(), getVerticalBar() }) {
			if (bar != null) {
				bar.addListener(SWT.Selection, event -> redraw());
			}
		}
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = picture == null ? "Picture" : picture.title();
			}

			@Override
			public void getDescription(AccessibleEvent event) {
				event.result = selected.flatMap(PictureCanvas.this::region).map(PictureRegion::text).orElse(null);
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_GRAPHIC;
			}
		});
	}

	// ------------------------------------------------------------------------------------------- what is shown

	/** Shows another picture; null for none. What is selected stays where the new one has it too. */
	public void show(Picture<E> other) {
		picture = other;
		version++;
		scrollbars();
		redraw();
	}

	/** The picture that is shown. */
	public Optional<Picture<E>> picture() {
		return Optional.ofNullable(picture);
	}

	/** Whether the picture on the screen is the present one, in the present size and theme. */
	public boolean isUpToDate() {
		return drawn != null && request().filter(drawn.request()::equals).isPresent();
	}

	/** The pixels on the screen and their parts; empty before the first drawing. */
	public Optional<PictureImage<E>> pixels() {
		return Optional.ofNullable(drawn).map(Drawn::pixels);
	}

	/** The pixels on the screen as the window system gets them; empty before the first drawing. */
	public Optional<Image> image() {
		return Optional.ofNullable(drawn).map(Drawn::image);
	}

	/** Draws for a density that somebody else knows, in percent, in place of the monitor's. */
	public void drawFor(IntSupplier percent) {
		zoom = Objects.requireNonNull(percent);
		redraw();
	}

	/** The part of the picture that is drawn for an element. */
	public Optional<PictureRegion<E>> region(E element) {
		return drawn == null ? Optional.empty()
				: drawn.pixels().drawing().regions().stream().filter(region -> region.element().equals(element)).findFirst();
	}

	/** Where a part is, in the canvas's own coordinates. */
	public Rectangle place(PictureRegion<E> region) {
		Rectangle2D area = region.area();
		double factor = mode == Mode.SCROLL ? magnification : 1;
		return new Rectangle((int) Math.floor(area.getX() * factor - x()), (int) Math.floor(area.getY() * factor - y()),
				(int) Math.ceil(area.getWidth() * factor) + 1, (int) Math.ceil(area.getHeight() * factor) + 1);
	}

	private Optional<PictureRegion<E>> at(Event event) {
		double factor = mode == Mode.SCROLL ? magnification : 1;
		return drawn == null ? Optional.empty() : drawn.pixels().drawing().regionAt((event.x + x()) / factor, (event.y + y()) / factor);
	}

	private int x() {
		return mode == Mode.SCROLL ? getHorizontalBar().getSelection() : 0;
	}

	private int y() {
		return mode == Mode.SCROLL ? getVerticalBar().getSelection() : 0;
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
		element.flatMap(this::region).ifPresent(this::reveal);
	}

	private void selectByUser(Optional<E> element) {
		select(element);
		onSelect.accept(element);
		getAccessible().selectionChanged();
	}

	private void reveal(PictureRegion<E> region) {
		if (mode != Mode.SCROLL) {
			return;
		}
		Rectangle place = place(region);
		Rectangle area = getClientArea();
		scroll(getHorizontalBar(), place.x, place.width, area.width);
		scroll(getVerticalBar(), place.y, place.height, area.height);
	}

	private static void scroll(ScrollBar bar, int start, int length, int room) {
		if (start < 0) {
			bar.setSelection(bar.getSelection() + start - LINE / 2);
		} else if (start + length > room) {
			bar.setSelection(bar.getSelection() + Math.min(start, start + length - room + LINE / 2));
		}
	}

	/** How large the picture is drawn: 1 is its own size. */
	public double magnification() {
		return magnification;
	}

	/** Draws the picture larger or smaller; the middle of what is in sight stays there. */
	public void magnify(double other) {
		Rectangle area = getClientArea();
		magnify(other, area.width / 2, area.height / 2);
	}

	private void magnify(double other, int atX, int atY) {
		double next = Math.clamp(other, LEAST, MOST);
		double factor = next / magnification;
		int x = (int) ((x() + atX) * factor) - atX;
		int y = (int) ((y() + atY) * factor) - atY;
		magnification = next;
		scrollbars();
		getHorizontalBar().setSelection(x);
		getVerticalBar().setSelection(y);
		redraw();
	}

	/** Draws the picture larger by a step. */
	public void magnifyMore() {
		magnify(magnification * STEP);
	}

	/** Draws the picture smaller by a step. */
	public void magnifyLess() {
		magnify(magnification / STEP);
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

	private void scrollbars() {
		if (mode != Mode.SCROLL) {
			return;
		}
		Rectangle area = getClientArea();
		int width = picture == null ? 0 : (int) Math.ceil(picture.size().width() * magnification);
		int height = picture == null ? 0 : (int) Math.ceil(picture.size().height() * magnification);
		set(getHorizontalBar(), width, area.width);
		set(getVerticalBar(), height, area.height);
	}

	private static void set(ScrollBar bar, int length, int room) {
		bar.setVisible(length > room);
		int thumb = Math.max(1, Math.min(length, room));
		bar.setValues(Math.clamp(bar.getSelection(), 0, Math.max(0, length - room)), 0, Math.max(1, length), thumb, LINE, Math.max(1, room - LINE));
	}

	// ------------------------------------------------------------------------------------------- mouse and keys

	private void down(Event event) {
		setFocus();
		if (event.button == 1) {
			pressed = new Point(event.x, event.y);
			dragged = null;
		}
		if (event.button == 3) {
			selectByUser(at(event).map(PictureRegion::element));
		}
	}

	private void moved(Event event) {
		if (pressed == null) {
			tell(event);
			return;
		}
		Point now = new Point(event.x, event.y);
		if (dragged == null && Math.abs(now.x - pressed.x) < CLICK && Math.abs(now.y - pressed.y) < CLICK) {
			return;
		}
		if (onZoom == null && mode == Mode.SCROLL) {
			Point from = dragged == null ? pressed : dragged;
			getHorizontalBar().setSelection(x() + from.x - now.x);
			getVerticalBar().setSelection(y() + from.y - now.y);
		}
		dragged = now;
		redraw();
	}

	private void up(Event event) {
		if (event.button != 1 || pressed == null) {
			return;
		}
		if (dragged == null) {
			selectByUser(at(event).map(PictureRegion::element));
		} else if (onZoom != null) {
			onZoom.accept(band());
		}
		pressed = null;
		dragged = null;
		redraw();
	}

	private Rectangle2D band() {
		Rectangle2D band = new Rectangle2D.Double(pressed.x, pressed.y, 0, 0);
		band.add(dragged.x, dragged.y);
		return band;
	}

	private void wheel(Event event) {
		boolean control = (event.stateMask & SWT.MOD1) != 0;
		if (mode == Mode.SCROLL && control) {
			magnify(magnification * Math.pow(STEP, Integer.signum(event.count)), event.x, event.y);
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
			if (mode == Mode.SCROLL && (event.character == '+' || event.character == '=')) {
				magnifyMore();
			} else if (mode == Mode.SCROLL && event.character == '-') {
				magnifyLess();
			} else if (mode == Mode.SCROLL && event.character == '0') {
				magnify(1);
			}
		}
		}
	}

	private void page(int direction) {
		if (mode == Mode.SCROLL) {
			ScrollBar bar = getVerticalBar();
			bar.setSelection(bar.getSelection() + direction * bar.getPageIncrement());
			redraw();
		}
	}

	/** Selects the next element, in the order in which they are drawn. */
	private void next(int direction) {
		List<E> elements = elements();
		if (elements.isEmpty()) {
			return;
		}
		int at = selected.map(elements::indexOf).orElse(-1);
		int next = at < 0 ? direction > 0 ? 0 : elements.size() - 1 : Math.clamp(at + direction, 0, elements.size() - 1);
		selectByUser(Optional.of(elements.get(next)));
	}

	private List<E> elements() {
		if (drawn == null) {
			return List.of();
		}
		return new ArrayList<>(drawn.pixels().drawing().regions().stream().map(PictureRegion::element).distinct().toList());
	}

	private void tell(Event event) {
		String text = at(event).map(PictureRegion::text).map(words -> words.replace("&", "&&")).orElse(null);
		if (!Objects.equals(text, getToolTipText())) {
			setToolTipText(text);
		}
	}

	// ------------------------------------------------------------------------------------------- drawing

	private Optional<Request> request() {
		Rectangle area = getClientArea();
		if (picture == null || area.width < SMALLEST.x || area.height < SMALLEST.y) {
			return Optional.empty();
		}
		return Optional.of(new Request(version, theme(), area.width, area.height, zoom.getAsInt(), magnification, x(), y()));
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
		Optional<Request> wanted = request();
		if (drawn != null && wanted.isPresent()) {
			// While the next one is drawn, what is there moves with the scroll bars.
			Request there = drawn.request();
			boolean same = there.magnification() == magnification;
			event.gc.drawImage(drawn.image(), same ? there.x() - x() : 0, same ? there.y() - y() : 0);
			overlay(event.gc);
		}
		wanted.filter(request -> drawn == null || !drawn.request().equals(request)).filter(request -> !request.equals(drawing)).ifPresent(this::draw);
	}

	private void overlay(GC gc) {
		java.awt.Color ink = theme().ink();
		gc.setForeground(new Color(ink.getRed(), ink.getGreen(), ink.getBlue()));
		selected.filter(outlined).ifPresent(element -> {
			gc.setLineWidth(2);
			for (PictureRegion<E> region : drawn.pixels().drawing().regions()) {
				if (region.element().equals(element)) {
					Rectangle place = place(region);
					gc.drawRectangle(place.x - 1, place.y - 1, place.width + 1, place.height + 1);
				}
			}
		});
		if (pressed != null && dragged != null && onZoom != null) {
			gc.setLineWidth(1);
			gc.setLineStyle(SWT.LINE_DASH);
			Rectangle2D band = band();
			gc.drawRectangle((int) band.getX(), (int) band.getY(), (int) band.getWidth(), (int) band.getHeight());
		}
	}

	private void draw(Request request) {
		drawing = request;
		Picture<E> wanted = picture;
		Job job = Job.createSystem("Drawing a picture", (ICoreRunnable) monitor -> {
			double scale = request.zoom() / 100.0;
			int width = (int) Math.round(request.width() * scale);
			int height = (int) Math.round(request.height() * scale);
			PictureImage<E> pixels = mode == Mode.FIT ? PictureImage.of(wanted, width, height, scale, request.theme())
					: PictureImage.part(wanted, width, height, scale * request.magnification(), request.theme(),
							request.x() / request.magnification(), request.y() / request.magnification());
			ImageData data = convert(pixels.image());
			if (!isDisposed()) {
				getDisplay().asyncExec(() -> take(request, pixels, data));
			}
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	private void take(Request request, PictureImage<E> pixels, ImageData data) {
		// A later request may have overtaken this one: then its picture is on the way.
		if (isDisposed() || !request.equals(drawing)) {
			return;
		}
		boolean first = drawn == null || drawn.request().version() != request.version();
		forget();
		drawn = new Drawn<>(request, pixels, new Image(getDisplay(), provider(data, request)));
		drawing = null;
		if (first) {
			selected.flatMap(this::region).ifPresent(this::reveal);
		}
		redraw();
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

	private void forget() {
		if (drawn != null) {
			drawn.image().dispose();
			drawn = null;
		}
	}
}
