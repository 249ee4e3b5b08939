/**
 * Who gets a lead, fairly and with a reason for everybody who does not.
 *
 * <p>{@link io.github.saleskit.core.assignment.Rotation} is whose turn it is: a weighted round robin as a value.
 */
@NullMarked
package io.github.saleskit.core.assignment;

import org.jspecify.annotations.NullMarked;
