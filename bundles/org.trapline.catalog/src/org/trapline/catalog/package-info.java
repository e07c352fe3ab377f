// SPDX-License-Identifier: EPL-2.0
/**
 * What is installed: CPU models, mechanisms and library models, as plug-ins declare them in {@code plugin.xml}. The engine, the
 * language and the user interfaces read it. Works inside OSGi and on a plain class path.
 */
package org.trapline.catalog;
