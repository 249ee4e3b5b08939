package io.github.saleskit.forecast.planning;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * How recurring revenue of customers who came in the same period develops with their age, expansion and churn together,
 * and what it will be.
 *
 * <p>The factor of an age is what all cohorts that have been seen one period older paid then, divided by what they paid
 * at that age; beyond the oldest cohort it is the mean over all ages, weighted by revenue. This is the chain-ladder
 * method. Source: T. Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates, 1993.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param current what customers of each age pay in the last period, those who came in it first; in units of the
 *     currency
 * @param factors from each age to the next, as many as could be seen; an age at which nobody paid has the mean factor
 * @param usual the mean factor, for ages beyond
 * @param reasons from how many cohorts, seen how long, and the mean factor
 */
public record RetentionCurve(
        @Required int version,
        @Required List<Double> current,
        @Required List<Double> factors,
        @Required double usual,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public RetentionCurve {
        DocumentVersion.require("retention curve", version, 1);
        current = List.copyOf(current);
        factors = List.copyOf(factors);
        reasons = List.copyOf(reasons);
        requireNotNegative("current", current);
        requireNotNegative("factors", factors);
        requireNotNegative("usual", List.of(usual));
        if (factors.size() != current.size() - 1) {
            throw new IllegalArgumentException("factors has " + factors.size() + " numbers and current "
                    + current.size() + ", but factors must have one fewer, from each age to the next.");
        }
    }

    private static void requireNotNegative(String name, List<Double> values) {
        values.stream()
                .filter(value -> !(value >= 0 && Double.isFinite(value)))
                .findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException(
                            name + " has " + value + ", but must have finite numbers of at least 0.");
                });
    }

    /**
     * The curve of amounts; a customer belongs to the period of the first amount above 0.
     *
     * @param amounts at least one, all of one currency and granularity
     * @throws IllegalArgumentException when there is none above 0, currencies or granularities differ, or more than a
     *     million periods lie between the first and the last
     */
    public static RetentionCurve of(Collection<RecurringAmount> amounts) {
        if (amounts.stream().noneMatch(amount -> amount.amount().isPositive())) {
            throw new IllegalArgumentException("amounts has none above 0, but must have at least one.");
        }
        NavigableMap<String, NavigableMap<TimePeriod, Money>> byCustomer = RecurringAmounts.byCustomer(amounts);
        TimePeriod last = byCustomer.values().stream()
                .map(NavigableMap::lastKey)
                .max(TimePeriod::compareTo)
                .orElseThrow();
        NavigableMap<TimePeriod, double[]> cohorts = cohorts(byCustomer, last);
        int ages = cohorts.values().stream().mapToInt(paid -> paid.length).max().orElseThrow();
        double[] from = new double[ages - 1];
        double[] to = new double[ages - 1];
        double[] current = new double[ages];
        for (double[] paid : cohorts.values()) {
            for (int age = 0; age + 1 < paid.length; age++) {
                from[age] += paid[age];
                to[age] += paid[age + 1];
            }
            current[paid.length - 1] += paid[paid.length - 1];
        }
        return curve(current, from, to, cohorts.size());
    }

    private static NavigableMap<TimePeriod, double[]> cohorts(
            Map<String, NavigableMap<TimePeriod, Money>> byCustomer, TimePeriod last) {
        NavigableMap<TimePeriod, double[]> cohorts = new TreeMap<>();
        for (NavigableMap<TimePeriod, Money> paid : byCustomer.values()) {
            paid.values().removeIf(Money::isZero);
            if (!paid.isEmpty()) {
                TimePeriod first = paid.firstKey();
                double[] sums = cohorts.computeIfAbsent(first, period -> new double[TimeSpan.periods(first, last, 1)]);
                paid.forEach((period, amount) ->
                        sums[(int) first.until(period)] += amount.getAmount().doubleValue());
            }
        }
        return cohorts;
    }

    private static RetentionCurve curve(double[] current, double[] from, double[] to, int cohorts) {
        double allFrom = 0;
        double allTo = 0;
        for (int age = 0; age < from.length; age++) {
            allFrom += from[age];
            allTo += to[age];
        }
        double usual = allFrom > 0 ? allTo / allFrom : 1;
        List<Double> factors = new ArrayList<>();
        for (int age = 0; age < from.length; age++) {
            factors.add(from[age] > 0 ? to[age] / from[age] : usual);
        }
        List<Double> paid = new ArrayList<>();
        for (double amount : current) {
            paid.add(amount);
        }
        Reason reason = Reason.of(
                "forecast.planning.retention",
                "cohorts",
                cohorts,
                "ages",
                factors.size(),
                "usual",
                Numbers.percent(usual));
        return new RetentionCurve(1, paid, factors, usual, List.of(reason));
    }

    private double factor(int age) {
        return age < factors.size() ? factors.get(age) : usual;
    }

    /**
     * The expected recurring revenue of each period to come: of the customers of today, and of those who will come.
     *
     * @param gained what new customers are expected to pay in the period in which they come, for each period to come
     * @throws IllegalArgumentException when one is not a finite number
     */
    public double[] expectedRevenue(double[] gained) {
        Amounts.requireFinite("gained", gained, 0);
        double[] ages = new double[current.size() + gained.length];
        for (int age = 0; age < current.size(); age++) {
            ages[age] = current.get(age);
        }
        double[] expected = new double[gained.length];
        for (int h = 0; h < expected.length; h++) {
            for (int age = ages.length - 1; age > 0; age--) {
                ages[age] = ages[age - 1] * factor(age - 1);
                expected[h] += ages[age];
            }
            ages[0] = gained[h];
            expected[h] += gained[h];
        }
        return expected;
    }
}
