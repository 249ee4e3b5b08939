/** Wiring of this module; not for users. */
@NullMarked
package io.github.saleskit.forecast.internal;

import org.jspecify.annotations.NullMarked;
