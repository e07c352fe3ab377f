// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.picture;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/**
 * The columns of a table share its width by weights, and none gets narrower than can be read; where they do not fit in, the table scrolls. Under GTK the
 * platform's layout of columns takes widths that it sets itself for the user's, and then forgets the weights.
 */
public final class ColumnWidths {

	private record Share(int weight, int least) {
	}

	private final Table table;
	private final Map<TableColumn, Share> shares = new LinkedHashMap<>();

	/** From now on the widths follow the table's. */
	public ColumnWidths(Table table) {
		this.table = table;
		table.addListener(SWT.Resize, event -> share());
	}

	/**
	 * Gives a column its share; {@link #share()} makes it seen.
	 *
	 * @param weight its part of the room that is left
	 * @param least  points that it needs
	 */
	public void set(TableColumn column, int weight, int least) {
		shares.put(column, new Share(weight, least));
	}

	/** Hides a column. */
	public void hide(TableColumn column) {
		set(column, 0, 0);
	}

	/** Shares the width anew. */
	public void share() {
		int rest = Math.max(0, table.getClientArea().width - shares.values().stream().mapToInt(Share::least).sum());
		int weights = Math.max(1, shares.values().stream().mapToInt(Share::weight).sum());
		shares.forEach((column, share) -> column.setWidth(share.least() + rest * share.weight() / weights));
	}
}
