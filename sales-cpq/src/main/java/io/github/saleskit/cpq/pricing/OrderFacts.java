package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the condition of a rule can ask about the order; for one thread. */
final class OrderFacts {

    private final Quote quote;
    private final CurrencyUnit currency;
    private final Instant at;
    private final List<LineDraft> lines;
    private final Map<String, BigDecimal> byProduct = new HashMap<>();
    private final Map<String, BigDecimal> byFamily = new HashMap<>();
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigMoney list;
    private @Nullable BigMoney price;

    /** Of lines with a list price that count in the total. */
    OrderFacts(Quote quote, CurrencyUnit currency, Instant at, List<LineDraft> lines) {
        this.quote = quote;
        this.currency = currency;
        this.at = at;
        this.lines = lines;
        this.list = BigMoney.zero(currency);
        for (LineDraft line : lines) {
            quantity = quantity.add(line.quantity());
            list = list.plus(line.list());
            byProduct.merge(line.line().product(), line.quantity(), BigDecimal::add);
            if (line.family() != null) {
                byFamily.merge(line.family(), line.quantity(), BigDecimal::add);
            }
        }
    }

    /** The same order with the drafts of another pass, which stand in the same places. */
    OrderFacts with(List<LineDraft> newLines) {
        return new OrderFacts(quote, currency, at, newLines);
    }

    List<LineDraft> lines() {
        return lines;
    }

    Quote quote() {
        return quote;
    }

    Instant at() {
        return at;
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigMoney list() {
        return list;
    }

    BigDecimal productQuantity(LineDraft line) {
        return byProduct.getOrDefault(line.line().product(), BigDecimal.ZERO);
    }

    BigDecimal familyQuantity(LineDraft line) {
        String family = line.family();
        return family == null ? line.quantity() : byFamily.getOrDefault(family, BigDecimal.ZERO);
    }

    BigMoney price() {
        BigMoney known = price;
        if (known == null) {
            known = BigMoney.zero(currency);
            for (LineDraft line : lines) {
                known = known.plus(line.amount());
            }
            price = known;
        }
        return known;
    }

    /** Prices have changed. */
    void forgetPrice() {
        price = null;
    }
}
