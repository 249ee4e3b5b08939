package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What the condition of a rule can ask about the order; for one thread. */
final class OrderFacts {

    private final Quote quote;
    private final CurrencyUnit currency;
    private final Instant at;
    private final List<LineDraft> lines;
    private final BigDecimal quantity;
    private final BigMoney list;
    private @Nullable Map<String, BigDecimal> byProduct;
    private @Nullable Map<String, BigDecimal> byFamily;
    private @Nullable BigMoney price;

    /** Of lines with a list price that count in the total. */
    OrderFacts(Quote quote, CurrencyUnit currency, Instant at, List<LineDraft> lines) {
        this.quote = quote;
        this.currency = currency;
        this.at = at;
        this.lines = lines;
        this.quantity = sum(LineDraft::quantity);
        this.list = BigMoney.of(currency, sum(line -> line.list().getAmount()));
    }

    /** Of lines whose sums are known. */
    private OrderFacts(OrderFacts like, Quote quote, List<LineDraft> lines, BigDecimal quantity, BigMoney list) {
        this.quote = quote;
        this.currency = like.currency;
        this.at = like.at;
        this.lines = lines;
        this.quantity = quantity;
        this.list = list;
    }

    /** The facts after lines were replaced by others that count like them. */
    OrderFacts replacing(Quote changed, List<LineDraft> newLines, List<LineDraft> gone, List<LineDraft> come) {
        BigDecimal quantities = quantity;
        BigMoney lists = list;
        for (int i = 0; i < gone.size(); i++) {
            if (come.get(i).counts()) {
                quantities = quantities
                        .add(come.get(i).quantity())
                        .subtract(gone.get(i).quantity());
                lists = lists.plus(come.get(i).list()).minus(gone.get(i).list());
            }
        }
        return new OrderFacts(this, changed, newLines, quantities, lists);
    }

    private BigDecimal sum(Function<LineDraft, BigDecimal> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineDraft line : lines) {
            sum = sum.add(of.apply(line));
        }
        return sum;
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
        if (byProduct == null) {
            byProduct = quantities(each -> each.line().product());
        }
        return byProduct.getOrDefault(line.line().product(), BigDecimal.ZERO);
    }

    BigDecimal familyQuantity(LineDraft line) {
        String family = line.family();
        if (family == null) {
            return line.quantity();
        }
        if (byFamily == null) {
            byFamily = quantities(LineDraft::family);
        }
        return byFamily.getOrDefault(family, BigDecimal.ZERO);
    }

    private Map<String, BigDecimal> quantities(Function<LineDraft, @Nullable String> by) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (LineDraft line : lines) {
            String key = by.apply(line);
            if (key != null) {
                sums.merge(key, line.quantity(), BigDecimal::add);
            }
        }
        return sums;
    }

    BigMoney price() {
        BigMoney known = price;
        if (known == null) {
            known = BigMoney.of(currency, sum(line -> line.amount().getAmount()));
            price = known;
        }
        return known;
    }

    /** The same with what is known to be the price by now. */
    void setPrice(BigMoney known) {
        price = known;
    }

    /** Prices have changed. */
    void forgetPrice() {
        price = null;
    }
}
