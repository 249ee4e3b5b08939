package io.github.saleskit.core.money;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The port through which engines ask the host what currencies are worth in one another.
 *
 * <p>Implementations are thread-safe and answer the same question always with the same rate; what they read (a table, a
 * service) was read before.
 */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * The rate as it was known on a day.
     *
     * @return empty when there is none, never a guess; the rate 1 for a currency to itself
     */
    Optional<ExchangeRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate asOf);

    /** No rates but those of each currency to itself. */
    static ExchangeRates none() {
        return new TableRates(ExchangeRateTable.builder().build());
    }

    /**
     * Rates from a table in memory.
     *
     * <p>The rate of a pair is its newest quotation on or before the day asked for and not older than the table allows;
     * else one divided by such a quotation of the turned pair; else, where the table names a pivot, the rates to and
     * from the pivot multiplied. Divisions keep 34 significant digits, halves to even.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the table
     */
    static ExchangeRates of(ExchangeRateTable table) {
        return new TableRates(table);
    }
}
