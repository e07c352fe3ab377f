// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.Optional;

import org.eclipse.jface.dialogs.DialogTray;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** The help beside a dialog: a modal one lets nobody reach the Help view. */
final class HelpTray extends DialogTray {

	private static final int WIDTH = 360;
	/** A dialog that is lower grows: a few lines of help cannot be read. */
	private static final int HEIGHT = 320;

	private final TrayDialog dialog;
	private HelpReader reader;
	private ToolItem back;
	private ToolItem forward;

	private HelpTray(TrayDialog dialog) {
		this.dialog = dialog;
	}

	/** Shows a topic beside a dialog, in place of another tray. */
	static void show(TrayDialog dialog, String topic) {
		if (!(dialog.getTray() instanceof HelpTray)) {
			if (dialog.getTray() != null) {
				dialog.closeTray();
			}
			dialog.openTray(new HelpTray(dialog));
			Point size = dialog.getShell().getSize();
			dialog.getShell().setSize(size.x, Math.max(size.y, HEIGHT));
		}
		((HelpTray) dialog.getTray()).reader.show(topic);
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite tray = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(tray);
		ToolBar bar = new ToolBar(tray, SWT.FLAT | SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(bar);
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		back = item(bar, "Back", () -> reader.goBack());
		back.setImage(images.getImage(ISharedImages.IMG_TOOL_BACK));
		forward = item(bar, "Forward", () -> reader.goForward());
		forward.setImage(images.getImage(ISharedImages.IMG_TOOL_FORWARD));
		ToolItem home = item(bar, "Contents", () -> reader.show(HelpReader.START));
		home.setImage(images.getImage(ISharedImages.IMG_ETOOL_HOME_NAV));
		ToolItem close = item(bar, "Close", dialog::closeTray);
		close.setImage(images.getImage(ISharedImages.IMG_ELCL_REMOVE));
		reader = new HelpReader(tray, Optional.empty(), this::enable);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(reader.control());
		enable();
		return tray;
	}

	private static ToolItem item(ToolBar bar, String name, Runnable run) {
		ToolItem item = new ToolItem(bar, SWT.PUSH);
		item.setToolTipText(name);
		item.addListener(SWT.Selection, event -> run.run());
		return item;
	}

	private void enable() {
		back.setEnabled(reader != null && reader.canGoBack());
		forward.setEnabled(reader != null && reader.canGoForward());
	}
}
