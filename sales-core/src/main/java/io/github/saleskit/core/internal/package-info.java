/** Wiring of this module; not for users. */
@NullMarked
package io.github.saleskit.core.internal;

import org.jspecify.annotations.NullMarked;
