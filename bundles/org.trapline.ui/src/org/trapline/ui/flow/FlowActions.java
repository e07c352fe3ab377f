// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IActionBars;
import org.trapline.chart.flow.FlowMark;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.ViewAction;
import org.trapline.ui.flow.TrapFlowView.Face;
import org.trapline.ui.picture.PictureCanvas;

/** The actions of the Trap Flow view, in its tool bar and menus. */
final class FlowActions {

	private final TrapFlowView view;
	private final List<Action> needFlow = new ArrayList<>();
	private final List<Action> faces = new ArrayList<>();
	private final Action flameOut;
	private final Action link;

	FlowActions(TrapFlowView view, PictureCanvas<FlowMark> sequence, PictureCanvas<FlowMark> flame) {
		this.view = view;
		face("Sequence", "Traps in the order of time, across the levels", "sequence.svg", Face.SEQUENCE);
		face("Cycles by Level", "Cycles of the operation by the level that spends them", "flame.svg", Face.LEVELS);
		face("Cycles by Cause", "Cycles of the operation by their cause", "causes.svg", Face.CAUSES);
		Action next = action("Next Trap", "Go to the next trap at any depth", "step_next.svg", view::nextTrap);
		Action into = action("Step Into", "Expand the row and select its first child (Right)", "expand.svg", () -> view.go(FlowRows::into));
		Action out = action("Step Out", "Collapse the row, or select its parent (Left)", "collapse.svg", () -> view.go(FlowRows::out));
		Action closeAll = action("Collapse All", "Show only traps, forwards and handlers", "collapse.svg", () -> view.go(FlowRows::closeAll));
		Action larger = action("Zoom In", "Enlarge the picture (Ctrl+Wheel)", "zoom_in.svg", sequence::magnifyMore);
		Action smaller = action("Zoom Out", "Shrink the picture (Ctrl+Wheel)", "zoom_out.svg", sequence::magnifyLess);
		Action fit = action("Fit Width", "Fit the picture to the width of the view", "zoom_fit.svg", sequence::magnifyToWidth);
		flameOut = action("Show All Cycles", "Show the cycles of the whole operation again", "zoom_reset.svg", view::flameOut);
		Action export = action("Export Picture…", "Export the picture as PNG, SVG or PDF", "export_chart.svg", view::export);
		link = new Action("Link with Editor", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				if (isChecked()) {
					view.followEditor();
				}
			}
		};
		link.setToolTipText("Follow the study in the editor");
		link.setImageDescriptor(TraplineUi.icon("link_editor.svg"));
		link.setChecked(true);
		IActionBars bars = view.getViewSite().getActionBars();
		add(bars.getToolBarManager(), faces, List.of(next, into, out), List.of(export, link));
		add(bars.getMenuManager(), faces, List.of(next, into, out, closeAll), List.of(larger, smaller, fit, flameOut), List.of(export, link));
		MenuManager context = new MenuManager();
		add(context, List.of(next, into, out, closeAll), List.of(larger, smaller, fit), List.of(export));
		sequence.setMenu(context.createContextMenu(sequence));
		MenuManager flameContext = new MenuManager();
		add(flameContext, List.of(flameOut, export));
		flame.setMenu(flameContext.createContextMenu(flame));
	}

	@SafeVarargs
	private static void add(IContributionManager manager, List<Action>... groups) {
		for (List<Action> group : groups) {
			if (group != groups[0]) {
				manager.add(new Separator());
			}
			group.forEach(manager::add);
		}
	}

	private void face(String text, String explanation, String icon, Face shown) {
		Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					view.show(shown);
				}
			}
		};
		action.setToolTipText(explanation);
		action.setImageDescriptor(TraplineUi.icon(icon));
		faces.add(action);
	}

	private Action action(String text, String explanation, String icon, Runnable run) {
		Action action = new ViewAction(text, explanation, icon, run);
		needFlow.add(action);
		return action;
	}

	/** Whether the view follows the editor. */
	boolean isLinked() {
		return link.isChecked();
	}

	void link(boolean linked) {
		link.setChecked(linked);
	}

	/**
	 * Brings the actions in line with the view.
	 *
	 * @param flow  whether there is a flow
	 * @param whole whether all of its cycles are shown
	 */
	void update(Face shown, boolean flow, boolean whole) {
		for (Face face : Face.values()) {
			faces.get(face.ordinal()).setChecked(face == shown);
		}
		needFlow.forEach(action -> action.setEnabled(flow));
		flameOut.setEnabled(shown != Face.SEQUENCE && flow && !whole);
	}
}
