// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.linking.ILinkingService;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.scoping.IGlobalScopeProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.AbstractDeclarativeScopeProvider;
import org.eclipse.xtext.scoping.impl.SimpleLocalScopeProvider;
import org.eclipse.xtext.serializer.sequencer.ITransientValueService;
import org.eclipse.xtext.validation.IResourceValidator;
import org.trapline.catalog.Catalog;
import org.trapline.lang.formatting.TraplineFormatter;
import org.trapline.lang.parser.ResynchronizingParser;
import org.trapline.lang.parser.SyntaxMessages;
import org.trapline.lang.scoping.TraplineGlobalScopeProvider;
import org.trapline.lang.scoping.TraplineNameProvider;
import org.trapline.lang.scoping.TraplineResourceDescriptionManager;
import org.trapline.lang.scoping.TraplineResourceDescriptionStrategy;
import org.trapline.lang.validation.TraplineResourceValidator;

import com.google.inject.Binder;
import com.google.inject.name.Names;

/** The parts of the language, for one catalog of installed plug-ins. */
public class TraplineRuntimeModule extends AbstractTraplineRuntimeModule {

	private final Catalog catalog;

	/** For the plug-ins of the running OSGi framework. */
	public TraplineRuntimeModule() {
		this(Catalog.installed());
	}

	public TraplineRuntimeModule(Catalog catalog) {
		this.catalog = catalog;
	}

	public Catalog bindCatalogToInstance() {
		return catalog;
	}

	/** Not the registry of the JVM: the validators of two catalogs are independent. */
	@Override
	public EValidator.Registry bindEValidatorRegistry() {
		return new EValidatorRegistryImpl();
	}

	@Override
	public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
		return TraplineNameProvider.class;
	}

	public Class<? extends IDefaultResourceDescriptionStrategy> bindResourceDescriptionStrategy() {
		return TraplineResourceDescriptionStrategy.class;
	}

	public Class<? extends IResourceDescription.Manager> bindIResourceDescriptionManager() {
		return TraplineResourceDescriptionManager.class;
	}

	@Override
	public Class<? extends IGlobalScopeProvider> bindIGlobalScopeProvider() {
		return TraplineGlobalScopeProvider.class;
	}

	/** Names are written in full, never relative to a namespace. */
	@Override
	public void configureIScopeProviderDelegate(Binder binder) {
		binder.bind(IScopeProvider.class).annotatedWith(Names.named(AbstractDeclarativeScopeProvider.NAMED_DELEGATE))
				.to(SimpleLocalScopeProvider.class);
	}

	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return TraplineValueConverters.class;
	}

	@Override
	public Class<? extends ILinkingService> bindILinkingService() {
		return TraplineLinkingService.class;
	}

	public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindLinkingMessages() {
		return LinkingMessages.class;
	}

	@Override
	public Class<? extends XtextResource> bindXtextResource() {
		return StudyResource.class;
	}

	public Class<? extends XtextResourceSet> bindXtextResourceSet() {
		return StudyResourceSet.class;
	}

	/** Nothing is generated from texts: running a validator first would be wasted. */
	public IShouldGenerate bindIShouldGenerateToInstance() {
		return (resource, cancel) -> false;
	}

	public Class<? extends IResourceValidator> bindIResourceValidator() {
		return TraplineResourceValidator.class;
	}

	@Override
	public Class<? extends IParser> bindIParser() {
		return ResynchronizingParser.class;
	}

	public Class<? extends IFormatter2> bindFormatter() {
		return TraplineFormatter.class;
	}

	public Class<? extends ITransientValueService> bindUnsetValues() {
		return UnsetValues.class;
	}

	public Class<? extends ISyntaxErrorMessageProvider> bindSyntaxMessages() {
		return SyntaxMessages.class;
	}
}
