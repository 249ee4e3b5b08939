/** How models are estimated and run; not for users. */
@NullMarked
package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.NullMarked;
