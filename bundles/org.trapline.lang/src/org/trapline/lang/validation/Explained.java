// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The explanation of a kind of problem: editors show it beside the message, and the reference page of the language prints it with
 * the messages for the examples. Each message of the kind has an example; a test insists.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Explained {

	/** Why this is a problem, and what to do about it in general. The remedy of a particular case is in its message. */
	String value();

	/** Texts that have the problem. */
	String[] examples();
}
