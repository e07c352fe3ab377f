// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;

import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;

/** Turns words of the text into values. */
public class TraplineValueConverters extends DefaultTerminalConverters {

	private static final IValueConverter<BigDecimal> NUMBER = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(BigDecimal value) {
			return value.toPlainString();
		}

		@Override
		protected BigDecimal internalToValue(String string, INode node) {
			try {
				return new BigDecimal(string);
			} catch (NumberFormatException e) {
				throw new ValueConverterException("'" + string + "' is no number", node, e);
			}
		}
	};

	@ValueConverter(rule = "Number")
	public IValueConverter<BigDecimal> number() {
		return NUMBER;
	}
}
