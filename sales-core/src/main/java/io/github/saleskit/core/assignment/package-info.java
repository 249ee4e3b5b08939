/**
 * Who gets a lead, fairly and with a reason for everybody who does not.
 *
 * <p>An {@link io.github.saleskit.core.assignment.AssignmentPolicy} is data: which leads go to which
 * {@link io.github.saleskit.core.assignment.AssignmentPool}. Compiled against the fields of the host's leads and reps it is an
 * {@link io.github.saleskit.core.assignment.Assigner}; it answers with an {@link io.github.saleskit.core.assignment.Assignment}
 * that names everybody {@link io.github.saleskit.core.assignment.PassedOver} and carries the next
 * {@link io.github.saleskit.core.assignment.AssignmentState}. Within a pool a
 * {@link io.github.saleskit.core.assignment.Rotation} says whose turn it is; it also serves on its own.
 */
@NullMarked
package io.github.saleskit.core.assignment;

import org.jspecify.annotations.NullMarked;
