/**
 * Examples of quotes as other systems read them: {@link io.github.saleskit.examples.interchange.Tmf648Quote} for the
 * quote management API of TM Forum and {@link io.github.saleskit.examples.interchange.UblQuotation} for the Universal
 * Business Language. To be copied and adapted; they need nothing but the JDK.
 */
@NullMarked
package io.github.saleskit.examples.interchange;

import org.jspecify.annotations.NullMarked;
