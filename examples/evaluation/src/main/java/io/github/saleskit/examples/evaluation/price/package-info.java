/** Answers pricing cases of other systems by the library; {@link PriceCases} knows the kinds. */
@NullMarked
package io.github.saleskit.examples.evaluation.price;

import org.jspecify.annotations.NullMarked;
