package io.github.saleskit.cpq.order;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteHistory;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.quote.QuoteStatus;
import io.github.saleskit.cpq.quote.QuoteVersion;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import io.github.saleskit.cpq.subscription.BillingSchedule;
import io.github.saleskit.cpq.subscription.Moment;
import io.github.saleskit.cpq.subscription.ScheduledCharge;
import io.github.saleskit.cpq.subscription.Subscription;
import io.github.saleskit.cpq.subscription.SubscriptionEngine;
import io.github.saleskit.cpq.subscription.SubscriptionValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Turns accepted quotes into orders, and values quotes.
 *
 * <pre>{@code
 * OrderEngine orders = OrderEngine.compile(OrderPolicy.of(billing, BillingPeriod.monthly()));
 * orders.value(quote, priced, start).tcv();                                // before it is accepted
 * Order order = orders.order(history, priced, acceptance).order().get();   // lines, subscription, schedule, total
 * }</pre>
 *
 * <p>A line with a term in months recurs: its net price is meant for its price period and is charged throughout the
 * term. Any other line is sold once, on the first day, and so are lines that rules added. Immutable and thread-safe.
 */
public final class OrderEngine {

    /** A term of more than a hundred years is taken for a mistake. */
    private static final int MOST_MONTHS = 1_200;

    private final OrderPolicy policy;
    private final SubscriptionEngine subscriptions;

    private OrderEngine(OrderPolicy policy) {
        this.policy = policy;
        this.subscriptions = SubscriptionEngine.compile(policy.billing());
    }

    /**
     * Checks a policy.
     *
     * @throws DefinitionException with every problem
     */
    public static OrderEngine compile(OrderPolicy policy) {
        Problems problems = new Problems();
        BillingPeriod billed = policy.billing().calendar().period();
        check(policy.pricePeriod(), billed, problems.at("pricePeriod"));
        policy.pricePeriods().forEach((product, period) -> check(period, billed, problems.at("pricePeriods", product)));
        try {
            SubscriptionEngine.compile(policy.billing());
        } catch (DefinitionException e) {
            problems.at("billing").addAll(e.problems());
        }
        problems.throwIfAny("order policy");
        return new OrderEngine(policy);
    }

    private static void check(BillingPeriod period, BillingPeriod billed, Problems here) {
        if (period.isOfMonths() != billed.isOfMonths()) {
            here.report(
                    "per.billing",
                    period.toString(),
                    "a price for months cannot be billed by days, nor one for days by months, here " + billed);
        }
    }

    /**
     * The order of a quote that was accepted.
     *
     * @param priced the prices that were presented
     */
    public OrderDecision order(QuoteHistory history, PricedQuote priced, Acceptance acceptance) {
        QuoteVersion version = history.latest();
        Quote quote = priced.withAddedLines(version.quote());
        List<Reason> obstacles = new ArrayList<>(obstacles(quote, priced));
        if (version.status() != QuoteStatus.ACCEPTED) {
            obstacles.add(Reason.of("cpq.order.notAccepted", "quote", quote.id(), "status", version.status()));
        }
        if (priced.total().isPresent() && !priced.total().equals(version.total())) {
            obstacles.add(Reason.of(
                    "cpq.order.otherTotal",
                    "presented",
                    version.total().map(Money::toString).orElse("-"),
                    "priced",
                    priced.total().get()));
        }
        return obstacles.isEmpty()
                ? ordered(version.number(), quote, priced, acceptance)
                : new OrderDecision(Optional.empty(), obstacles);
    }

    /** Why a quote has nothing to be billed by these prices. */
    private static List<Reason> obstacles(Quote quote, PricedQuote priced) {
        List<Reason> obstacles = new ArrayList<>();
        Map<String, PricedLine> prices = new LinkedHashMap<>();
        priced.lines().forEach(line -> prices.put(line.id(), line));
        for (QuoteLine line : quote.lines()) {
            PricedLine price = prices.remove(line.id());
            boolean same = price != null
                    && price.product().equals(line.product())
                    && price.quantity().compareTo(line.quantity()) == 0
                    && price.aside().orElse(false) != line.counts();
            if (!same) {
                obstacles.add(Reason.of("cpq.order.otherLine", "line", line.id()));
            }
            line.termMonths()
                    .filter(months -> months < 1 || months > MOST_MONTHS)
                    .ifPresent(months -> obstacles.add(
                            Reason.of("cpq.order.noTerm", "line", line.id(), "months", months, "most", MOST_MONTHS)));
        }
        if (!priced.quote().equals(quote.id()) || !prices.isEmpty()) {
            obstacles.add(Reason.of("cpq.order.otherQuote", "quote", quote.id(), "priced", priced.quote()));
        }
        if (priced.total().isEmpty()) {
            obstacles.addAll(priced.reasons().subList(0, 1));
        }
        return obstacles;
    }

    private OrderDecision ordered(int version, Quote quote, PricedQuote priced, Acceptance acceptance) {
        SoldLines sold = new SoldLines(policy, quote, priced, acceptance.start());
        Subscription subscription = sold.subscription(acceptance.order());
        BillingSchedule schedule = subscriptions.schedule(subscription);
        Order order = Order.builder()
                .id(acceptance.order())
                .quote(quote.id())
                .quoteVersion(version)
                .customer(quote.customer())
                .acceptance(acceptance)
                .addAllLines(lines(sold, schedule))
                .subscription(Optional.of(subscription).filter(each -> sold.recurs()))
                .schedule(schedule)
                .net(priced.total().orElseThrow())
                .total(schedule.total())
                .build();
        Reason reason = Reason.of(
                "cpq.order.ordered",
                "quote",
                order.quote(),
                "number",
                order.quoteVersion(),
                "order",
                order.id(),
                "lines",
                order.lines().size(),
                "net",
                order.net(),
                "total",
                order.total());
        return new OrderDecision(Optional.of(order), List.of(reason));
    }

    private static List<OrderLine> lines(SoldLines sold, BillingSchedule schedule) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (ScheduledCharge charge : schedule.charges()) {
            amounts.merge(charge.item(), charge.amount(), Money::plus);
        }
        Money nothing = Money.zero(schedule.total().getCurrencyUnit());
        return sold.lines().stream()
                .map(line -> line(sold, line, amounts.getOrDefault(line.id(), nothing)))
                .toList();
    }

    private static OrderLine line(SoldLines sold, QuoteLine line, Money amount) {
        return OrderLine.builder()
                .id(line.id())
                .product(line.product())
                .quantity(line.quantity())
                .unit(line.unit())
                .putAllAttributes(line.attributes())
                .group(line.group())
                .net(sold.net(line))
                .tax(sold.tax(line))
                .per(sold.per(line))
                .termMonths(line.termMonths())
                .amount(amount)
                .build();
    }

    /**
     * What a quote would be worth: MRR, ARR, TCV and ACV of the lines that count.
     *
     * @param start the first day
     * @throws IllegalArgumentException when the prices are not of this quote, or it has no total
     */
    public SubscriptionValue value(Quote quote, PricedQuote priced, LocalDate start) {
        Quote all = priced.withAddedLines(quote);
        List<Reason> obstacles = obstacles(all, priced);
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException("priced is of " + priced.quote() + ", but cannot be billed as "
                    + quote.id() + ": " + obstacles.get(0).text(Locale.ENGLISH));
        }
        SoldLines sold = new SoldLines(policy, all, priced, start);
        return subscriptions.value(sold.subscription(quote.id()), Moment.of(start));
    }
}
