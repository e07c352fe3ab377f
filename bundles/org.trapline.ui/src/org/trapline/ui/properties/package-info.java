// SPDX-License-Identifier: EPL-2.0
/**
 * Elements of the open file as EMF.Edit's item providers tell of them, behind small JFace adapters. {@code ModelItems} composes the providers that are
 * generated from the metamodel (bundle {@code org.trapline.model.edit}) with {@code TextLabels}; {@code ElementSource} shows an element in the
 * Properties view, and changes the text by the {@code FeatureText} of what is changed, for which {@code Choices}
 * offers what is in scope; {@code ElementPropertiesPage} follows the caret or the Outline; {@code StudyOutlinePage} shows the elements in the Outline view.
 */
package org.trapline.ui.properties;
