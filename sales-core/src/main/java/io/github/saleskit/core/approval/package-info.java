/**
 * Who has to agree before something becomes binding.
 *
 * <p>An {@link io.github.saleskit.core.approval.ApprovalPolicy} holds {@link io.github.saleskit.core.approval.ApprovalRule}s: a condition
 * and a chain of {@link io.github.saleskit.core.approval.ApprovalStep}s, groups of people of whom so many must agree. The
 * {@link io.github.saleskit.core.approval.ApprovalEngine} compiles it and answers with an
 * {@link io.github.saleskit.core.approval.ApprovalState} of {@link io.github.saleskit.core.approval.ApprovalRequest}s and an audit trail
 * of {@link io.github.saleskit.core.approval.ApprovalEvent}s. {@link io.github.saleskit.core.approval.ApprovalVote}s are cast by people or
 * by those to whom a {@link io.github.saleskit.core.approval.Delegation} gives their voice.
 */
@NullMarked
package io.github.saleskit.core.approval;

import org.jspecify.annotations.NullMarked;
