package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What the condition of a rule can ask about the order, as it was just before the rule; for one thread. */
final class OrderFacts {

    private final List<LineDraft> lines;
    private @Nullable BigDecimal quantity;
    private @Nullable BigMoney list;
    private @Nullable BigMoney price;

    /** Of at least one line, all with a price. */
    OrderFacts(List<LineDraft> lines) {
        this.lines = lines;
    }

    List<LineDraft> lines() {
        return lines;
    }

    BigDecimal quantity() {
        if (quantity == null) {
            quantity = lines.stream().map(line -> line.line().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return quantity;
    }

    BigMoney list() {
        if (list == null) {
            list = BigMoney.total(lines.stream().map(LineDraft::list).toList());
        }
        return list;
    }

    BigMoney price() {
        if (price == null) {
            price = BigMoney.total(lines.stream().map(LineDraft::amount).toList());
        }
        return price;
    }
}
