/** Wiring of this module; not for users. */
@NullMarked
package io.github.saleskit.cpq.internal;

import org.jspecify.annotations.NullMarked;
