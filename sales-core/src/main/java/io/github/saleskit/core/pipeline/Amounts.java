package io.github.saleskit.core.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sums by currency. Mutable, for one thread. */
final class Amounts {

    private final TreeMap<CurrencyUnit, BigMoney> sums = new TreeMap<>();

    void add(Money amount) {
        sums.merge(amount.getCurrencyUnit(), amount.toBigMoney(), BigMoney::plus);
    }

    /** One amount a currency, in order of the currencies' codes. */
    List<Money> toList() {
        return times(BigDecimal.ONE);
    }

    /** The same, each times a factor and rounded half to even. */
    List<Money> times(BigDecimal factor) {
        return sums.values().stream()
                .map(sum -> sum.multipliedBy(factor).toMoney(RoundingMode.HALF_EVEN))
                .toList();
    }
}
