// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.pages;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.trapline.ui.study.Latest;
import org.trapline.ui.study.OpenStudy;
import org.trapline.ui.study.StudyTracker;

/** A view that draws the study in the editor: a hint as long as there is none, then pictures, of which one is seen. */
public abstract class StudyView extends ViewPart {

	private Pages pages;
	private HintPage hint;
	private Composite page;
	private Pages pictures;
	private Latest latest;
	private StudyTracker tracker;
	/** Whether the study changed while nobody looked. */
	private boolean behind;

	/**
	 * Makes the pages; the hint is seen.
	 *
	 * @param heading what is missing
	 * @param advice  as {@link HintPage} takes it
	 * @return the page for what there is to see, with a layout of one column
	 */
	protected final Composite createPages(Composite parent, String heading, String advice) {
		pages = new Pages(parent);
		latest = new Latest(pages.control());
		hint = new HintPage(pages.control(), getSite(), heading, advice);
		page = new Composite(pages.control(), SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
		pages.turnTo(hint.control());
		return page;
	}

	/** Makes the place for the pictures, somewhere on the page. */
	protected final Pages createPictures(Composite parent) {
		pictures = new Pages(parent);
		return pictures;
	}

	/** Begins to follow the editor; once all else is made. */
	protected final void track(Consumer<Optional<OpenStudy>> changed, IntConsumer caret) {
		tracker = new StudyTracker(getSite().getPage(), changed, caret);
	}

	/** The study in the editor. */
	protected final Optional<OpenStudy> open() {
		return tracker.current();
	}

	/** Finds answers off the UI thread. */
	protected final Latest latest() {
		return latest;
	}

	/** Reads the study anew, and draws it. */
	protected abstract void look();

	/** Nobody looks at a view that is hidden: it catches up when it comes to the front. */
	protected final void lookWhenSeen() {
		behind = !getSite().getPage().isPartVisible(this) && !pages.shows(hint.control());
		if (!behind) {
			look();
		}
	}

	/** There is something to see. */
	protected final void turnToPage() {
		pages.turnTo(page);
	}

	@Override
	public final void setFocus() {
		if (behind) {
			behind = false;
			look();
		}
		if (pages.shows(page)) {
			pictures.setFocus();
		} else {
			pages.setFocus();
		}
	}

	@Override
	public void dispose() {
		if (tracker != null) {
			tracker.dispose();
		}
		super.dispose();
	}
}
