/**
 * Whom one sells to.
 *
 * <p>An {@link io.github.saleskit.core.account.Account} is an organisation, a {@link io.github.saleskit.core.account.Contact} a
 * person, and {@link io.github.saleskit.core.account.Consent} what a person said about being contacted. All are a convenience:
 * engines work on the host's own types.
 */
@NullMarked
package io.github.saleskit.core.account;

import org.jspecify.annotations.NullMarked;
