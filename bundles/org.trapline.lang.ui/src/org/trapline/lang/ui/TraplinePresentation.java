// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.trapline.lang.ui.CodeScanner.Kind;
import org.trapline.lang.ui.editor.SemanticColours;

/**
 * Syntax colouring of an editor. The colours are the workbench theme's (Preferences, Colors and Fonts), and follow a change
 * of theme at once.
 */
public final class TraplinePresentation extends PresentationReconciler {

	/** Prefix of the ids of the theme's colours: the kind in lower case follows. */
	static final String COLOR = "org.trapline.lang.ui.color.";

	private final Map<Kind, IToken> tokens = new EnumMap<>(Kind.class);
	private final IPropertyChangeListener themeListener = this::themeChanged;
	private final ITextInputListener partition = new Partition();
	private final Map<SemanticColours.Kind, TextAttribute> meanings = new EnumMap<>(SemanticColours.Kind.class);
	private final SemanticColours semantic = new SemanticColours(kind -> meanings.get(kind));
	private ITextViewer viewer;

	/** Called by the generic editor for each of its viewers. */
	public TraplinePresentation() {
		for (Kind kind : Kind.values()) {
			tokens.put(kind, new Token(new TextAttribute(null)));
		}
		setDocumentPartitioning(Partitions.PARTITIONING);
		repair(IDocument.DEFAULT_CONTENT_TYPE, new CodeScanner(Keywords.ofGrammar(), tokens));
		repair(Partitions.COMMENT, whole(Kind.COMMENT));
		repair(Partitions.STRING, whole(Kind.STRING));
	}

	private ITokenScanner whole(Kind kind) {
		RuleBasedScanner scanner = new RuleBasedScanner();
		scanner.setDefaultReturnToken(tokens.get(kind));
		return scanner;
	}

	private void repair(String contentType, ITokenScanner scanner) {
		DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner);
		setDamager(repairer, contentType);
		setRepairer(repairer, contentType);
	}

	@Override
	public void install(ITextViewer viewer) {
		this.viewer = viewer;
		takeColors();
		PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
		// Before the superclass: the first painting needs the partitions.
		viewer.addTextInputListener(partition);
		if (viewer.getDocument() != null) {
			Partitions.ensure(viewer.getDocument());
		}
		super.install(viewer);
		semantic.install(viewer);
		viewer.getTextWidget().addDisposeListener(
				event -> PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener));
	}

	@Override
	public void uninstall() {
		PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
		if (viewer != null) {
			viewer.removeTextInputListener(partition);
			semantic.uninstall();
		}
		super.uninstall();
	}

	private void takeColors() {
		ColorRegistry colors = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
		tokens.forEach((kind, token) -> ((Token) token)
				.setData(new TextAttribute(colors.get(COLOR + kind.name().toLowerCase(Locale.ROOT)), null, style(kind))));
		for (SemanticColours.Kind kind : SemanticColours.Kind.values()) {
			boolean declares = kind == SemanticColours.Kind.DECLARATION;
			String color = declares ? "name" : kind.name().toLowerCase(Locale.ROOT);
			meanings.put(kind, new TextAttribute(colors.get(COLOR + color), null, declares ? SWT.BOLD : SWT.NORMAL));
		}
	}

	private static int style(Kind kind) {
		return kind == Kind.NAME ? SWT.BOLD : SWT.NORMAL;
	}

	private void themeChanged(PropertyChangeEvent event) {
		boolean ours = event.getProperty().startsWith(COLOR);
		if (ours || event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)) {
			takeColors();
			if (viewer.getDocument() != null) {
				viewer.invalidateTextPresentation();
			}
		}
	}

	/** Divides documents that did not come through a file buffer, as in a comparison. */
	private static final class Partition implements ITextInputListener {

		@Override
		public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
			if (newInput != null) {
				Partitions.ensure(newInput);
			}
		}

		@Override
		public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
			// done before
		}
	}
}
