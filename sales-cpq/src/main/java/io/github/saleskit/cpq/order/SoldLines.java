package io.github.saleskit.cpq.order;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceTier;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.TierBounds;
import io.github.saleskit.cpq.pricing.ZeroQuantity;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import io.github.saleskit.cpq.subscription.Moment;
import io.github.saleskit.cpq.subscription.Subscription;
import io.github.saleskit.cpq.subscription.SubscriptionItem;
import io.github.saleskit.cpq.subscription.SubscriptionStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** The lines of a quote that are sold, as items of a subscription. */
final class SoldLines {

    /** Decimals of unit prices, unless these are rounded; what they leave of the net price is a flat fee. */
    private static final int PRICE_DIGITS = 6;

    private final OrderPolicy policy;
    private final Quote quote;
    private final PricedQuote priced;
    private final Map<String, PricedLine> prices = new LinkedHashMap<>();
    private final LocalDate start;

    SoldLines(OrderPolicy policy, Quote quote, PricedQuote priced, LocalDate start) {
        this.policy = policy;
        this.quote = quote;
        this.priced = priced;
        this.start = start;
        priced.lines().forEach(line -> prices.putIfAbsent(line.id(), line));
    }

    List<QuoteLine> lines() {
        return quote.lines().stream().filter(QuoteLine::counts).toList();
    }

    boolean recurs() {
        return lines().stream().anyMatch(line -> line.termMonths().isPresent());
    }

    Optional<BillingPeriod> per(QuoteLine line) {
        return line.termMonths().map(months -> policy.periodOf(line.product()));
    }

    Money net(QuoteLine line) {
        return price(line.id()).net().orElseThrow();
    }

    Optional<Money> tax(QuoteLine line) {
        return price(line.id()).tax();
    }

    private PricedLine price(String id) {
        return requireNonNull(prices.get(id), "line");
    }

    /** All lines; it ends with the longest term, and what is sold once takes a day. */
    Subscription subscription(String id) {
        List<SubscriptionItem> items = new ArrayList<>();
        lines().forEach(line -> items.add(item(line)));
        int months = lines().stream()
                .flatMap(line -> line.termMonths().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        LocalDate until = months == 0 ? start.plusDays(1) : start.plusMonths(months);
        return Subscription.builder()
                .id(id)
                .customer(quote.customer())
                .currency(priced.total().orElseThrow().getCurrencyUnit())
                .starting(start)
                .until(Moment.of(until))
                .addAllItems(items)
                .build();
    }

    private SubscriptionItem item(QuoteLine line) {
        return SubscriptionItem.builder()
                .id(line.id())
                .product(line.product())
                .per(per(line))
                .addSteps(SubscriptionStep.of(start, line.quantity(), price(line)))
                .until(line.termMonths().map(start::plusMonths).map(Moment::of))
                .build();
    }

    /**
     * A price by which the quantity costs exactly the net price, and other quantities nearly in proportion: a unit
     * price, and a flat fee where that has too many digits. Where units are rounded, both are whole minor units;
     * rounding half to even can then miss the net price with any unit price, and a flat fee alone is left.
     */
    private PriceModel price(QuoteLine line) {
        Money net = net(line);
        if (line.quantity().signum() == 0) {
            return flat(net.toBigMoney(), Optional.empty());
        }
        RoundingPolicy rounding = policy.billing().rounding();
        RoundingMode mode = rounding.mode() == RoundingMode.UNNECESSARY ? RoundingMode.DOWN : rounding.mode();
        boolean byUnit = rounding.level() == RoundingLevel.UNIT;
        int minor = net.getCurrencyUnit().getDecimalPlaces();
        BigDecimal unit = net.getAmount().divide(line.quantity(), byUnit ? minor : PRICE_DIGITS, RoundingMode.DOWN);
        BigMoney unitPrice = BigMoney.of(net.getCurrencyUnit(), unit);
        BigMoney units = unitPrice.multipliedBy(line.quantity());
        BigMoney rest = net.toBigMoney().minus(byUnit ? units.withScale(minor, mode) : units);
        if (byUnit && !units.plus(rest).withScale(minor, mode).isEqual(net.toBigMoney())) {
            return flat(net.toBigMoney(), Optional.empty());
        }
        return rest.isZero() ? new PriceModel.PerUnit(unitPrice) : flat(rest, Optional.of(unitPrice));
    }

    private static PriceModel flat(BigMoney fee, Optional<BigMoney> unitPrice) {
        return new PriceModel.Volume(
                List.of(PriceTier.builder().unitPrice(unitPrice).flatFee(fee).build()),
                TierBounds.UPPER_INCLUSIVE,
                ZeroQuantity.FIRST_FLAT_FEE);
    }
}
