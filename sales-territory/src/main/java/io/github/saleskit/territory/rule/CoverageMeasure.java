package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.territory.geo.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Something of accounts that adds up over a territory, such as workload, potential or travel.
 *
 * <pre>{@code
 * resolver.coverage(accounts, now, List.of(
 *         CoverageMeasure.of("potential", Account::potential),
 *         CoverageMeasure.travel("km", Account::location, homes)));
 * }</pre>
 *
 * @param <T> the host's own type of account
 * @param name in the report
 * @param amount what an account brings to the territory it is in, if any; finite
 */
public record CoverageMeasure<T>(String name, ToDoubleBiFunction<? super T, Optional<String>> amount) {

    public CoverageMeasure {
        requireNonNull(name, "name");
        requireNonNull(amount, "amount");
    }

    /** What an account brings wherever it is. */
    public static <T> CoverageMeasure<T> of(String name, ToDoubleFunction<? super T> amount) {
        requireNonNull(amount, "amount");
        return new CoverageMeasure<>(name, (account, territory) -> amount.applyAsDouble(account));
    }

    /**
     * How far accounts are from where their territory is worked from, one way; 0 for those in no territory or in one
     * without home.
     *
     * @param homes by id of the territory, of the same kind of place as the locations
     */
    public static <T> CoverageMeasure<T> travel(
            String name, Function<? super T, ? extends Place> location, Map<String, ? extends Place> homes) {
        Map<String, Place> kept = new LinkedHashMap<>(homes);
        return new CoverageMeasure<>(
                name,
                (account, territory) -> territory
                        .map(kept::get)
                        .map(home -> location.apply(account).distanceTo(home))
                        .orElse(0.0));
    }
}
