package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rounds the sum of lines once and sets each line to its part of it. */
final class TotalSettlement {

    private final PricingPlan plan;
    private final CurrencyUnit currency;
    private final List<LineDraft> lines;

    TotalSettlement(PricingPlan plan, CurrencyUnit currency, List<LineDraft> lines) {
        this.plan = plan;
        this.currency = currency;
        this.lines = lines;
    }

    void settle() {
        BigMoney exact = BigMoney.zero(currency);
        boolean settled = true;
        for (LineDraft line : lines) {
            exact = exact.plus(line.amount());
            settled &= line.amount().getScale() <= currency.getDecimalPlaces();
        }
        if (exact.isZero() || settled) {
            return;
        }
        List<Money> parts = new ArrayList<>(share(plan.rounding().settle(exact)));
        keepFloors(parts);
        for (int i = 0; i < parts.size(); i++) {
            lines.get(i).settleAt(parts.get(i));
        }
    }

    private List<Money> share(Money amount) {
        List<BigDecimal> weights = Exact.weights(
                lines.stream().map(line -> line.amount().getAmount()).toList());
        // Limits that only matter for methods that could leave a part with the other sign.
        List<Money> limits = Collections.nCopies(lines.size(), amount);
        return plan.allocation().allocateWithin(amount, weights, limits).parts();
    }

    /**
     * Raises parts that fell below their floors, at the cost of those that were rounded up most. Floors are whole minor
     * units, and no line costs less than its own before: so the sum, however it is rounded, leaves all of them room.
     */
    private void keepFloors(List<Money> parts) {
        Money missing = Money.zero(currency);
        for (int i = 0; i < parts.size(); i++) {
            Money least = lines.get(i).least();
            if (parts.get(i).isLessThan(least)) {
                missing = missing.plus(least).minus(parts.get(i));
                parts.set(i, least);
            }
        }
        for (int i : missing.isZero() ? List.<Integer>of() : mostRoundedUp(parts)) {
            Money room = parts.get(i).minus(lines.get(i).least());
            Money less = room.isGreaterThan(missing) ? missing : room;
            parts.set(i, parts.get(i).minus(less));
            missing = missing.minus(less);
        }
    }

    private List<Integer> mostRoundedUp(List<Money> parts) {
        Comparator<Integer> byRise = Comparator.comparing(
                i -> parts.get(i).toBigMoney().minus(lines.get(i).amount()));
        return IntStream.range(0, parts.size())
                .boxed()
                .sorted(byRise.reversed())
                .toList();
    }
}
