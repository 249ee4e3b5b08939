package io.github.saleskit.territory.design;

/**
 * The host's own distances, such as driving times, in place of straight lines.
 *
 * <p>The places of the accounts still say who is near whom, roughly. Implementations must be fast, thread-safe, and
 * give the same answer every time; a planner asks millions of times.
 */
@FunctionalInterface
public interface DistanceTable {

    /**
     * The distance from an account to a centre, finite and at least 0.
     *
     * @param account id of an account
     * @param centre id of another account, or id of a territory that has a home
     */
    double between(String account, String centre);
}
