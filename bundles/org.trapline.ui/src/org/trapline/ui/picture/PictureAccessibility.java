// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** What screen readers say of a picture. */
final class PictureAccessibility {

	private PictureAccessibility() {
	}

	/**
	 * Makes a widget known as a picture.
	 *
	 * @param name        what it is called
	 * @param description what is selected in it; null for nothing
	 */
	static void describe(Control widget, Supplier<String> name, Supplier<String> description) {
		widget.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = name.get();
			}

			@Override
			public void getDescription(AccessibleEvent event) {
				event.result = description.get();
			}
		});
		widget.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_GRAPHIC;
			}
		});
	}
}
