package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The pricing of one quote from a usable price book; mutable, for one thread. */
final class QuotePricing {

    /** So many digits after the minor unit are enough to weigh exact amounts against each other. */
    private static final int WEIGHT_DIGITS = 15;

    private final CompiledBook book;
    private final PricingPlan plan;
    private final List<CompiledRule> rules;
    private final LocalDate asOf;
    private final List<LineDraft> drafts = new ArrayList<>();
    private final List<OrderDiscount> orderDiscounts = new ArrayList<>();

    QuotePricing(CompiledBook book, PricingPlan plan, List<CompiledRule> rules, LocalDate asOf) {
        this.book = book;
        this.plan = plan;
        this.asOf = asOf;
        this.rules = rules.stream()
                .filter(rule -> rule.isOpen(asOf, book.currency()))
                .toList();
    }

    PricedQuote run(Quote quote) {
        Map<Integer, Reason> obstacles = startLines(quote);
        rules.forEach(this::changeLines);
        settleLines();
        boolean complete = obstacles.isEmpty() && !drafts.isEmpty();
        if (complete) {
            rules.forEach(this::discountOrder);
        }
        PricedQuote.Builder priced = PricedQuote.builder()
                .quote(quote.id())
                .asOf(asOf)
                .addAllLines(inOrder(quote, obstacles))
                .addAllOrderDiscounts(orderDiscounts);
        if (complete) {
            priced.total(total()).due(plan.rounding().toCash(total()));
        }
        return priced.build();
    }

    /** Drafts the lines that have a list price, and says by position why the others have none. */
    private Map<Integer, Reason> startLines(Quote quote) {
        Map<Integer, Reason> obstacles = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < quote.lines().size(); i++) {
            QuoteLine line = quote.lines().get(i);
            Optional<Reason> obstacle = ids.add(line.id())
                    ? book.obstacle(line)
                    : Optional.of(Reason.of("cpq.pricing.lineDuplicate", "line", line.id()));
            if (obstacle.isPresent()) {
                obstacles.put(i, obstacle.get());
            } else {
                drafts.add(book.start(line, plan.rounding()));
            }
        }
        return obstacles;
    }

    private List<PricedLine> inOrder(Quote quote, Map<Integer, Reason> obstacles) {
        Iterator<LineDraft> priced = drafts.iterator();
        List<PricedLine> lines = new ArrayList<>();
        for (int i = 0; i < quote.lines().size(); i++) {
            Reason obstacle = obstacles.get(i);
            lines.add(
                    obstacle == null
                            ? priced.next().toLine()
                            : PricedLine.withoutPrice(quote.lines().get(i), obstacle));
        }
        return lines;
    }

    private void changeLines(CompiledRule rule) {
        if (rule.action() instanceof PriceAction.OnLine action && !drafts.isEmpty()) {
            for (LineDraft draft : rule.matching(drafts, asOf)) {
                draft.addRounded(PriceStepKind.LINE_RULE, rule.id(), change(action, draft));
            }
        }
    }

    private static PriceChange change(PriceAction.OnLine action, LineDraft draft) {
        BigDecimal quantity = draft.line().quantity();
        if (action instanceof PriceAction.PercentOff off) {
            return new PriceChange.Percent(off.percent().negate());
        } else if (action instanceof PriceAction.AmountOffUnit off) {
            BigMoney amount = off.amount().multipliedBy(quantity);
            return new PriceChange.Amount((amount.isGreaterThan(draft.amount()) ? draft.amount() : amount).negated());
        }
        BigMoney price = ((PriceAction.UnitPrice) action).price();
        return new PriceChange.Charges(List.of(TierCharge.of(quantity, price)));
    }

    private void settleLines() {
        if (plan.rounding().level() == RoundingLevel.TOTAL) {
            settleTotal();
        } else {
            drafts.forEach(LineDraft::settle);
        }
    }

    /** Rounds the sum of the lines once and sets each line to its part of it. */
    private void settleTotal() {
        BigMoney exact = BigMoney.zero(book.currency())
                .plus(drafts.stream().map(LineDraft::amount).toList());
        if (exact.isZero()) {
            return;
        }
        Money settled = plan.rounding().settle(exact);
        List<Money> parts = share(settled);
        for (int i = 0; i < parts.size(); i++) {
            drafts.get(i).settleAt(parts.get(i));
        }
    }

    private List<Money> share(Money amount) {
        int digits = book.currency().getDecimalPlaces() + WEIGHT_DIGITS;
        List<BigDecimal> weights = drafts.stream()
                .map(line -> line.amount().getAmount())
                .map(exact -> exact.scale() > digits ? exact.setScale(digits, RoundingMode.HALF_EVEN) : exact)
                .toList();
        // A limit that only matters for methods that could leave a part with the other sign.
        List<Money> limits = Collections.nCopies(drafts.size(), amount);
        return plan.allocation().allocateWithin(amount, weights, limits).parts();
    }

    private void discountOrder(CompiledRule rule) {
        if (!(rule.action() instanceof PriceAction.OnOrder action) || !rule.matchesOrder(drafts, asOf)) {
            return;
        }
        Money before = total();
        Money discount = discount(action, before);
        if (discount.isZero()) {
            return;
        }
        List<Money> limits = drafts.stream().map(LineDraft::settled).toList();
        List<BigDecimal> weights = limits.stream().map(Money::getAmount).toList();
        List<Money> shares =
                plan.allocation().allocateWithin(discount, weights, limits).parts();
        for (int i = 0; i < shares.size(); i++) {
            drafts.get(i).discount(rule.id(), shares.get(i));
        }
        orderDiscounts.add(new OrderDiscount(rule.id(), before, discount));
    }

    private Money discount(PriceAction.OnOrder action, Money before) {
        Money wanted;
        if (action instanceof PriceAction.OrderPercentOff off) {
            BigMoney exact = before.toBigMoney().multipliedBy(off.percent().movePointLeft(2));
            Money rounded = plan.rounding().settle(exact);
            wanted = off.atMost().filter(rounded::isGreaterThan).orElse(rounded);
        } else {
            wanted = ((PriceAction.OrderAmountOff) action).amount();
        }
        return wanted.isGreaterThan(before) ? before : wanted;
    }

    private Money total() {
        CurrencyUnit currency = book.currency();
        return Money.zero(currency).plus(drafts.stream().map(LineDraft::settled).toList());
    }
}
