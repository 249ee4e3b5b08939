/** Wiring of this module, and structures that several of its packages share; not for users. */
@NullMarked
package io.github.saleskit.core.internal;

import org.jspecify.annotations.NullMarked;
