/** Wiring of this module; not for users. */
@NullMarked
package io.github.saleskit.territory.internal;

import org.jspecify.annotations.NullMarked;
