/**
 * Who is invited to a chat: an {@link io.github.saleskit.core.invitation.InvitationPolicy} of
 * {@link io.github.saleskit.core.invitation.InvitationRule}s over what a visitor does, compiled to an
 * {@link io.github.saleskit.core.invitation.Inviter}, which looks at a visitor, at their
 * {@link io.github.saleskit.core.invitation.InvitationHistory} and at how busy the queues are, and gives an
 * {@link io.github.saleskit.core.invitation.Invitation}.
 */
@NullMarked
package io.github.saleskit.core.invitation;

import org.jspecify.annotations.NullMarked;
