package io.github.saleskit.territory.design;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Accounts that must stay together in one territory, or that must be apart in as many as they are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param accounts ids of the accounts, at least two
 */
public record AccountGroup(@Required List<String> accounts) implements StrictDocument {

    public AccountGroup {
        accounts = List.copyOf(accounts);
        if (accounts.size() < 2) {
            throw new IllegalArgumentException("accounts are " + accounts + ", but a group needs at least two.");
        }
    }

    /** A group of the accounts with the given ids. */
    public static AccountGroup of(String... accounts) {
        return new AccountGroup(List.of(accounts));
    }
}
