/**
 * How this library's types look as JSON.
 *
 * <p>All definitions, states and decisions carry only Jackson's annotations, so that they read and write the same under
 * Jackson 2.21 or newer and 3.1 or newer, and need neither at run time. Amounts need the three mix-ins of
 * {@link io.github.saleskit.core.json.MoneyMixIns}, which also says what Jackson 2 needs for dates; documents say what
 * they have to give by {@link io.github.saleskit.core.json.Required} and by
 * {@link io.github.saleskit.core.json.DocumentVersion} which version they are of.
 */
@NullMarked
package io.github.saleskit.core.json;

import org.jspecify.annotations.NullMarked;
