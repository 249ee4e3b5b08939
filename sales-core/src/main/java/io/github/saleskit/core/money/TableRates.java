package io.github.saleskit.core.money;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Answers from a table. */
final class TableRates implements ExchangeRates {

    private final Optional<CurrencyUnit> pivot;
    private final long maxAgeDays;
    private final Map<List<CurrencyUnit>, NavigableMap<LocalDate, BigDecimal>> quoted = new HashMap<>();

    TableRates(ExchangeRateTable table) {
        Problems problems = new Problems();
        pivot = table.pivot();
        maxAgeDays = table.maxAgeDays().map(Integer::longValue).orElse(Long.MAX_VALUE);
        if (maxAgeDays < 0) {
            problems.at("maxAgeDays").report("age.negative", "" + maxAgeDays, "the greatest age must not be negative");
        }
        for (int i = 0; i < table.quotations().size(); i++) {
            add(table.quotations().get(i), problems.at("quotations", i));
        }
        problems.throwIfAny("exchange rate table");
    }

    private void add(ExchangeRateTable.Quotation quotation, Problems problems) {
        BigDecimal rate = quotation.rate();
        if (rate.signum() <= 0) {
            problems.at("rate").report("rate.notPositive", rate.toString(), "a rate must be above zero");
        } else if (!DecimalSize.isSane(rate)) {
            problems.at("rate").report("number.tooLong", rate.toString(), "a rate must have " + DecimalSize.SANE);
        }
        if (quotation.from().equals(quotation.to())) {
            problems.at("to").report("rate.sameCurrency", quotation.to().toString(), "a currency is quoted in itself");
        }
        NavigableMap<LocalDate, BigDecimal> days =
                quoted.computeIfAbsent(List.of(quotation.from(), quotation.to()), pair -> new TreeMap<>());
        if (days.put(quotation.on(), rate) != null) {
            problems.report(
                    "rate.duplicate",
                    rate.toString(),
                    quotation.from() + " to " + quotation.to() + " is already quoted on " + quotation.on());
        }
    }

    @Override
    public Optional<ExchangeRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate asOf) {
        if (from.equals(to)) {
            return Optional.of(new ExchangeRate(from, to, BigDecimal.ONE, asOf, Optional.empty()));
        }
        return pair(from, to, asOf).or(() -> pivot.flatMap(middle -> through(from, middle, to, asOf)));
    }

    private Optional<ExchangeRate> through(CurrencyUnit from, CurrencyUnit middle, CurrencyUnit to, LocalDate asOf) {
        return pair(from, middle, asOf)
                .flatMap(first -> pair(middle, to, asOf).map(second -> {
                    BigDecimal rate = first.rate().multiply(second.rate(), MathContext.DECIMAL128);
                    LocalDate earlier = first.on().isBefore(second.on()) ? first.on() : second.on();
                    return new ExchangeRate(from, to, rate, earlier, Optional.of(middle));
                }));
    }

    private Optional<ExchangeRate> pair(CurrencyUnit from, CurrencyUnit to, LocalDate asOf) {
        return newest(from, to, asOf)
                .map(day -> new ExchangeRate(from, to, day.getValue(), day.getKey(), Optional.empty()))
                .or(() -> newest(to, from, asOf)
                        .map(day ->
                                new ExchangeRate(from, to, turned(day.getValue()), day.getKey(), Optional.empty())));
    }

    private static BigDecimal turned(BigDecimal rate) {
        return BigDecimal.ONE.divide(rate, MathContext.DECIMAL128);
    }

    private Optional<Map.Entry<LocalDate, BigDecimal>> newest(CurrencyUnit from, CurrencyUnit to, LocalDate asOf) {
        NavigableMap<LocalDate, BigDecimal> days = quoted.get(List.of(from, to));
        return Optional.ofNullable(days == null ? null : days.floorEntry(asOf))
                .filter(day -> ChronoUnit.DAYS.between(day.getKey(), asOf) <= maxAgeDays);
    }
}
