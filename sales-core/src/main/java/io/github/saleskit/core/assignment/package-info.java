/**
 * Who gets a lead, fairly and with a reason for everybody who does not.
 *
 * <p>An {@link io.github.saleskit.core.assignment.AssignmentPolicy} is data: which leads go to which
 * {@link io.github.saleskit.core.assignment.AssignmentPool}. Compiled against the fields of the host's leads and reps
 * it is an {@link io.github.saleskit.core.assignment.Assigner}; it answers with an
 * {@link io.github.saleskit.core.assignment.Assignment} that says the
 * {@link io.github.saleskit.core.assignment.Outcome}, names everybody
 * {@link io.github.saleskit.core.assignment.PassedOver} and carries the next
 * {@link io.github.saleskit.core.assignment.AssignmentState} with the queue of each
 * {@link io.github.saleskit.core.assignment.WaitingLead} and each rep's
 * {@link io.github.saleskit.core.assignment.RateCount}. A pool says by
 * {@link io.github.saleskit.core.assignment.FieldMatch}es and a {@link io.github.saleskit.core.assignment.TimeRule} who
 * may take a lead, by {@link io.github.saleskit.core.assignment.Preference}s who does, by its
 * {@link io.github.saleskit.core.assignment.ManagementStyle} how leads come to reps (pushed, offered, bid for or
 * claimed), and by {@link io.github.saleskit.core.assignment.CatchUp} what is kept for who is absent. Within a pool a
 * {@link io.github.saleskit.core.assignment.Rotation} says whose turn it is; it also serves on its own, fastest over a
 * {@link io.github.saleskit.core.assignment.RotationGroup}.
 *
 * <p>A whole batch at once is matched by a {@link io.github.saleskit.core.assignment.BatchMatcher}: at the best total
 * value or cost, proven in the {@link io.github.saleskit.core.assignment.Matching}, which names for each
 * {@link io.github.saleskit.core.assignment.MatchedLead} and {@link io.github.saleskit.core.assignment.UnmatchedLead}
 * the reason, for each rep the {@link io.github.saleskit.core.assignment.RepShare} and what more room would be worth,
 * and each {@link io.github.saleskit.core.assignment.Bottleneck}. Over plain arrays:
 * {@link io.github.saleskit.core.assignment.IndexMatcher} over a {@link io.github.saleskit.core.assignment.CostTable}.
 */
@NullMarked
package io.github.saleskit.core.assignment;

import org.jspecify.annotations.NullMarked;
