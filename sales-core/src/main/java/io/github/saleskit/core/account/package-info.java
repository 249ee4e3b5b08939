/**
 * Whom one sells to.
 *
 * <p>An {@link io.github.saleskit.core.account.Account} is an organisation, a
 * {@link io.github.saleskit.core.account.Contact} a person, and a {@link io.github.saleskit.core.account.Consent} one
 * word of a person about being contacted. From all of them, {@link io.github.saleskit.core.account.Consents}, follows a
 * {@link io.github.saleskit.core.account.ContactPermission}, for which everything that contacts people asks. All are a
 * convenience: engines work on the host's own types.
 */
@NullMarked
package io.github.saleskit.core.account;

import org.jspecify.annotations.NullMarked;
