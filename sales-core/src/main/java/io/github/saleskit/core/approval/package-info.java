/**
 * Who has to agree before something becomes binding.
 *
 * <p>An {@link io.github.saleskit.core.approval.ApprovalPolicy} holds
 * {@link io.github.saleskit.core.approval.ApprovalRule}s: a condition and a chain of
 * {@link io.github.saleskit.core.approval.ApprovalStep}s, groups of people of whom so many must agree. The
 * {@link io.github.saleskit.core.approval.ApprovalEngine} compiles it and answers with an
 * {@link io.github.saleskit.core.approval.ApprovalState} of {@link io.github.saleskit.core.approval.ApprovalRequest}s
 * and an audit trail of {@link io.github.saleskit.core.approval.ApprovalEvent}s.
 * {@link io.github.saleskit.core.approval.ApprovalVote}s are cast by people or by those to whom a
 * {@link io.github.saleskit.core.approval.Delegation} gives their voice; with the
 * {@link io.github.saleskit.core.approval.Absence}s it makes up the
 * {@link io.github.saleskit.core.approval.Attendance}, by which an
 * {@link io.github.saleskit.core.approval.ApprovalAgenda} says whose
 * {@link io.github.saleskit.core.approval.AwaitedVote} is missing and what stands still.
 */
@NullMarked
package io.github.saleskit.core.approval;

import org.jspecify.annotations.NullMarked;
