// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;

import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;
import org.trapline.model.Unit;

/** Converts words of the text to values. */
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
				throw new ValueConverterException("'" + string + "' is not a number", node, null);
			}
		}
	};

	private static final IValueConverter<Unit> UNIT = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(Unit value) {
			return value.getLiteral();
		}

		@Override
		protected Unit internalToValue(String string, INode node) {
			String name = string.replaceAll("\\s", "");
			Unit unit = Unit.get(name);
			if (unit == null) {
				String wayOut = NearestName.of(name, Quantities.names()).map(near -> "; did you mean '" + near + "'?")
						.orElse("; there are " + String.join(", ", Quantities.names()));
				throw new ValueConverterException("'" + name + "' is not a unit" + wayOut, node, null);
			}
			return unit;
		}
	};

	private static final IValueConverter<Integer> WHOLE = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(Integer value) {
			return value.toString();
		}

		@Override
		protected Integer internalToValue(String string, INode node) {
			try {
				return Integer.valueOf(string);
			} catch (NumberFormatException e) {
				// Without the cause, whose message Xtext would show.
				throw new ValueConverterException(string + " is too large: at most " + Integer.MAX_VALUE, node, null);
			}
		}
	};

	/** Text in double quotes, in which an apostrophe is an ordinary character. */
	@Override
	@ValueConverter(rule = "STRING")
	public IValueConverter<String> STRING() {
		IValueConverter<String> converter = super.STRING();
		return new AbstractNullSafeConverter<>() {
			@Override
			protected String internalToString(String value) {
				return converter.toString(value).replace("\\'", "'");
			}

			@Override
			protected String internalToValue(String string, INode node) {
				String value = converter.toValue(string, node);
				// Titles and sources go to terminals, pictures and tables: what is no character there has no place in a text.
				value.chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
					throw new ValueConverterException(String.format("the text has the control character U+%04X: remove it", control), node, null);
				});
				return value;
			}
		};
	}

	/** The grammar allows only digits here. */
	@Override
	@ValueConverter(rule = "INT")
	public IValueConverter<Integer> INT() {
		return WHOLE;
	}

	@ValueConverter(rule = "UnitName")
	public IValueConverter<Unit> unit() {
		return UNIT;
	}

	@ValueConverter(rule = "Number")
	public IValueConverter<BigDecimal> number() {
		return NUMBER;
	}

	@ValueConverter(rule = "Amount")
	public IValueConverter<BigDecimal> amount() {
		return NUMBER;
	}
}
