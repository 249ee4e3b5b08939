package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** Plans of every kind of rule, price and guard, and quotes that change, all by chance. */
final class RandomDeals {

    static final Catalog CATALOG = Catalog.of(List.of(
            Product.of("seat", "CRM seat").withFamily("software").withCosts(BigMoney.parse("EUR 12")),
            Product.of("storage", "Storage by the gigabyte").withFamily("software"),
            Product.of("day", "Day of onboarding").withCosts(BigMoney.parse("EUR 700")),
            Product.of("gift", "Package of ten"),
            Product.of("support", "Support for all software")));

    private static final List<Criterion> OF_ORDER = List.of(
            Criterion.parse("order.price >= \"EUR 2000\""),
            Criterion.parse("order.quantity > 40"),
            Criterion.parse("order.list >= \"EUR 3000\""),
            Criterion.parse("quote.segment = \"small\""),
            Criterion.parse("customer = \"C\""),
            Criterion.any("order.lines", field("quantity").atLeast(new BigDecimal(30))));

    private static final List<Criterion> OF_LINE = List.of(
            Criterion.parse("quantity >= 10"),
            Criterion.parse("price < list"),
            Criterion.parse("productQuantity >= 25"),
            Criterion.parse("familyQuantity >= 40"),
            Criterion.parse("product = \"seat\""),
            Criterion.parse("family = \"software\""),
            Criterion.parse("line.region = \"EU\""),
            Criterion.parse("quantity >= 20 or order.quantity > 50"),
            Criterion.parse("price < list and order.price >= \"EUR 500\""),
            Criterion.parse("(quantity >= 20 or order.quantity > 50) and order.price >= \"EUR 10\""));

    private static final List<Criterion> OF_PRICE = List.of(
            Criterion.parse("order.price >= \"EUR 2000\""),
            Criterion.parse("order.price >= \"EUR 500\" and order.list < \"EUR 90000\""),
            Criterion.parse("order.quantity > 40"));

    private static final List<Criterion> OF_LINE_ALONE = List.of(
            Criterion.parse("quantity >= 10"),
            Criterion.parse("price < list"),
            Criterion.parse("product = \"seat\""),
            Criterion.parse("family = \"software\""),
            Criterion.parse("line.region = \"EU\""),
            Criterion.parse("productQuantity >= 90"),
            Criterion.parse("familyQuantity >= 300 or quantity > 40"),
            Criterion.parse("price < list and productQuantity < 50"),
            Criterion.parse("quote.segment = \"small\" or customer = \"C\" or quantity > 5"));

    private final Random random;
    private final boolean local;
    private int lines;

    RandomDeals(long seed) {
        this(seed, false);
    }

    /** Deals whose lines mind their own business, but for the order's price and discounts on it. */
    static RandomDeals local(long seed) {
        return new RandomDeals(seed, true);
    }

    private RandomDeals(long seed, boolean local) {
        this.random = new Random(seed);
        this.local = local;
    }

    private Criterion ofLine() {
        return one(local ? OF_LINE_ALONE : OF_LINE);
    }

    private Criterion ofOrder() {
        return one(local ? OF_PRICE : OF_ORDER);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean often() {
        return random.nextBoolean();
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    private BigDecimal number(int most) {
        return often() ? new BigDecimal(random.nextInt(most + 1)) : BigDecimal.valueOf(random.nextInt(1000 * most), 3);
    }

    private <T> Optional<T> perhaps(T value) {
        return often() ? Optional.of(value) : Optional.empty();
    }

    PricingPlan plan() {
        PricingPlan.Builder plan = PricingPlan.builder();
        for (Stacking stacking : Stacking.values()) {
            plan.addGroups(new RuleGroup(stacking.name(), stacking));
        }
        int rules = random.nextInt(7);
        for (int i = 0; i < rules; i++) {
            plan.addRules(rule("R" + i));
        }
        if (often()) {
            plan.guards(new PriceGuards(perhaps(number(40)), perhaps(number(100)), perhaps(number(100))));
        }
        RoundingMode mode =
                one(List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP));
        return plan.addPriceBooks(book())
                .addCoupons(Coupon.builder().code("CODE").build())
                .addQuoteAttributes("segment")
                .addLineAttributes("region")
                .exclusiveChoice(one(List.of(ExclusiveChoice.values())))
                .rounding(RoundingPolicy.of(mode, one(levels())))
                .allocation(MoneyAllocation.of(one(List.of(AllocationMethod.values()))))
                .build();
    }

    private List<RoundingLevel> levels() {
        return local ? List.of(RoundingLevel.UNIT, RoundingLevel.LINE) : List.of(RoundingLevel.values());
    }

    private PriceBook book() {
        PriceBook book = Samples.book();
        List<PriceEntry> entries = new ArrayList<>(book.entries());
        if (often()) {
            entries.replaceAll(entry -> entry.withFloor(BigMoney.parse("EUR 0.2")));
        }
        entries.add(PriceEntry.of(
                "gift", new PriceModel.PerPackage(BigDecimal.TEN, BigMoney.parse("EUR 7.77"), Optional.empty())));
        entries.add(PriceEntry.of(
                "support",
                new PriceModel.PercentOfTotal(
                        new BigDecimal("1.7"), perhaps(field("family").is("software")))));
        return book.withEntries(entries);
    }

    private PriceRule rule(String id) {
        boolean onLines = random.nextInt(3) > 0;
        PriceRule.Builder rule = PriceRule.builder().id(id);
        if (often()) {
            rule.when(onLines && random.nextInt(4) > 0 ? ofLine() : ofOrder());
        }
        if (onLines && often()) {
            rule.group(one(List.of(Stacking.values())).name());
        }
        if (rarely()) {
            rule.exclusive(
                    one(local ? List.of(Exclusive.ON_LINE, Exclusive.AMONG_LINE_RULES) : List.of(Exclusive.values())));
        }
        if (random.nextInt(6) == 0) {
            rule.coupon("CODE");
        }
        return known(rule.addActions(onLines ? onLine() : onOrder()).build());
    }

    /** By itself where it asks what one of several rules on a line cannot ask. */
    private static PriceRule known(PriceRule rule) {
        List<Criterion> asked = new ArrayList<>();
        rule.when().ifPresent(asked::add);
        rule.actions().forEach(action -> action.lines().ifPresent(asked::add));
        boolean waits = asked.stream().anyMatch(each -> FieldsAsked.of(each).contains("order.price"));
        boolean onLine = rule.exclusive().filter(Exclusive::byLine).isPresent();
        boolean takesLines = rule.actions().stream().anyMatch(PriceAction.BuyGet.class::isInstance);
        if (onLine && !rule.onLines() && !takesLines) {
            return rule.withExclusive(Optional.empty());
        }
        return waits && rule.onLines()
                ? rule.withGroup(Optional.empty()).withExclusive(onLine ? Optional.empty() : rule.exclusive())
                : rule;
    }

    private PriceAction onLine() {
        Optional<Criterion> which = rarely() ? Optional.of(ofLine()) : Optional.empty();
        Optional<BigDecimal> most = rarely() ? Optional.of(BigDecimal.TEN) : Optional.empty();
        BigMoney amount = BigMoney.of(Samples.book().currency(), number(40));
        return switch (random.nextInt(6)) {
            case 0 -> new PriceAction.AmountOffUnit(amount, most, which);
            case 1 -> new PriceAction.FirstThenOff(amount, BigMoney.parse("EUR 0.05"), most, which);
            case 2 ->
                new PriceAction.ScheduledOff(
                        one(
                                local
                                        ? List.of(
                                                ScheduleMeasure.QUANTITY,
                                                ScheduleMeasure.LIST,
                                                ScheduleMeasure.PRODUCT_QUANTITY)
                                        : List.of(ScheduleMeasure.values())),
                        List.of(
                                ScheduleStep.percent(BigDecimal.ONE, number(30)),
                                ScheduleStep.amount(new BigDecimal(30), amount)),
                        which);
            case 3 -> new PriceAction.Markup(number(20), which);
            case 4 -> new PriceAction.UnitPrice(amount, which);
            default ->
                new PriceAction.PercentOff(number(100), most, rarely() ? Optional.of(amount) : Optional.empty(), which);
        };
    }

    private PriceAction onOrder() {
        Optional<Criterion> which = rarely() ? Optional.of(ofLine()) : Optional.empty();
        Optional<Criterion> software = perhaps(field("family").is("software"));
        Optional<BigDecimal> percent = perhaps(number(100));
        return switch (local ? 3 * random.nextInt(2) : random.nextInt(5)) {
            case 0 ->
                new PriceAction.OrderAmountOff(Money.ofMinor(Samples.book().currency(), random.nextInt(90_000)), which);
            case 1 ->
                new PriceAction.BuyGet(
                        software,
                        number(5).add(BigDecimal.ONE),
                        perhaps(field("product").is("seat")),
                        number(2).add(BigDecimal.ONE),
                        percent,
                        percent.isPresent() ? Optional.empty() : perhaps(BigMoney.parse("EUR 11.11")),
                        perhaps(3),
                        perhaps(one(List.of(FreePick.values()))));
            case 2 -> new PriceAction.AddLine("gift", number(30).add(BigDecimal.ONE));
            default -> new PriceAction.OrderPercentOff(number(100), perhaps(Money.parse("EUR 123.45")), which);
        };
    }

    Quote quote() {
        Quote quote = Quote.builder().id("Q").priceBook("eur").build();
        int count = 1 + random.nextInt(local ? 60 : 6);
        for (int i = 0; i < count; i++) {
            quote = withLine(quote);
        }
        return quote;
    }

    private Quote withLine(Quote quote) {
        List<QuoteLine> all = new ArrayList<>(quote.lines());
        String product = rarely() && !local
                ? "unknown"
                : one(
                        local && random.nextInt(4) > 0
                                ? List.of("day", "gift", "gift")
                                : List.of("seat", "seat", "storage", "day", "support"));
        String id = rarely() && !local && !all.isEmpty() ? all.get(0).id() : "L" + lines++;
        all.add(random.nextInt(all.size() + 1), QuoteLine.of(id, product, number(60)));
        return quote.withLines(all);
    }

    /** The quote after one of the changes that people make. */
    Quote changed(Quote quote) {
        List<QuoteLine> all = new ArrayList<>(quote.lines());
        int at = all.isEmpty() ? 0 : random.nextInt(all.size());
        switch (all.isEmpty() ? 0 : random.nextInt(10)) {
            case 0 -> {
                return withLine(quote);
            }
            case 1 -> all.remove(at);
            case 2 -> Collections.swap(all, 0, at);
            case 3 ->
                all.set(at, all.get(at).withOptional(!all.get(at).optional().orElse(false)));
            case 4 -> all.set(at, all.get(at).withAttributes(Map.of("region", often() ? "EU" : "US")));
            case 5 -> {
                return quote.withCoupons(quote.coupons().isEmpty() ? List.of("CODE") : List.of());
            }
            case 6 -> {
                return often() ? quote.withCustomer(perhaps("C")) : quote.withAttributes(Map.of("segment", "small"));
            }
            default -> all.set(at, all.get(at).withQuantity(number(60)));
        }
        return quote.withLines(all);
    }
}
