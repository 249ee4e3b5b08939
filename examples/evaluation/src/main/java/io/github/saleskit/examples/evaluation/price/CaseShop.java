package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitOfMeasure;
import io.github.saleskit.cpq.pricing.ExclusiveChoice;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PriceWaterfall;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingContext;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.pricing.RuleGroup;
import io.github.saleskit.cpq.pricing.TaxCalculator;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A catalogue, price books and a quote in which every line is a product of its own. */
final class CaseShop {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final List<String> QUOTE_ATTRIBUTES =
            List.of("segment", "market", "campaign", "supplier", "supplierGroup", "partner");

    private final CurrencyUnit currency;
    private final List<Product> products = new ArrayList<>();
    private final List<UnitOfMeasure> units = new ArrayList<>();
    private final List<PriceEntry> entries = new ArrayList<>();
    private final List<PriceEntry> sales = new ArrayList<>();
    private final List<QuoteLine> lines = new ArrayList<>();
    private final List<RuleGroup> groups = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, BigDecimal> taxes = new LinkedHashMap<>();
    private Optional<String> customer = Optional.empty();
    private RoundingPolicy rounding = RoundingPolicy.halfUpByLine();
    private MoneyAllocation allocation = MoneyAllocation.largestRemainder();
    private ExclusiveChoice choice = ExclusiveChoice.BY_PRIORITY;
    private PricingContext context = PricingContext.of(DAY);
    private boolean saleIsOverride;

    CaseShop(int exponent) {
        this.currency = switch (exponent) {
            case 0 -> CurrencyUnit.JPY;
            case 2 -> CurrencyUnit.EUR;
            case 3 -> CurrencyUnit.of("KWD");
            case 4 -> CurrencyUnit.of("CLF");
            default -> throw new IllegalArgumentException("no currency has the exponent " + exponent);
        };
    }

    CurrencyUnit currency() {
        return currency;
    }

    BigMoney money(BigDecimal amount) {
        return BigMoney.of(currency, amount);
    }

    CaseShop allocation(MoneyAllocation newAllocation) {
        allocation = newAllocation;
        return this;
    }

    CaseShop rounding(RoundingPolicy newRounding) {
        rounding = newRounding;
        return this;
    }

    CaseShop choice(ExclusiveChoice newChoice) {
        choice = newChoice;
        return this;
    }

    CaseShop context(PricingContext newContext) {
        context = newContext;
        return this;
    }

    CaseShop group(RuleGroup group) {
        groups.add(group);
        return this;
    }

    CaseShop unit(UnitOfMeasure unit) {
        units.add(unit);
        return this;
    }

    CaseShop customer(String newCustomer) {
        customer = Optional.of(newCustomer);
        return this;
    }

    CaseShop attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    CaseShop tax(String line, BigDecimal percent) {
        taxes.put(line, percent);
        return this;
    }

    CaseShop line(String id, BigDecimal unitPrice, BigDecimal quantity) {
        return line(Product.of(id, id), PriceEntry.of(id, perUnit(unitPrice)), QuoteLine.of(id, id, quantity));
    }

    CaseShop line(Product product, PriceEntry entry, QuoteLine line) {
        products.add(product);
        entries.add(entry);
        lines.add(line);
        return this;
    }

    CaseShop entry(PriceEntry entry) {
        entries.add(entry);
        return this;
    }

    CaseShop sale(PriceEntry entry, boolean override) {
        sales.add(entry);
        saleIsOverride = override;
        return this;
    }

    PriceModel perUnit(BigDecimal unitPrice) {
        return new PriceModel.PerUnit(money(unitPrice));
    }

    PricedQuote price(PriceRule... rules) {
        return price(List.of(rules));
    }

    PricedQuote price(List<PriceRule> rules) {
        PricingPlan plan = PricingPlan.builder()
                .addPriceBooks(book("list").addAllEntries(entries).build())
                .addPriceBooks(book("sale")
                        .inherits("list")
                        .sale(!saleIsOverride)
                        .addAllEntries(sales)
                        .build())
                .addAllRules(rules)
                .addAllGroups(groups)
                .exclusiveChoice(choice)
                .addAllQuoteAttributes(QUOTE_ATTRIBUTES)
                .addLineAttributes("sku", "item", "brand")
                .rounding(rounding)
                .allocation(allocation)
                .build();
        Quote quote = Quote.builder()
                .id("Q")
                .priceBook("sale")
                .customer(customer)
                .putAllAttributes(attributes)
                .addAllLines(lines)
                .build();
        Catalog catalog = Catalog.of(products).withUnits(units);
        return PricingEngine.compile(plan, catalog).price(quote, context, taxes());
    }

    private PriceBook.Builder book(String id) {
        PriceBook.Builder book = PriceBook.builder();
        book.id(id).currency(currency);
        return book;
    }

    private TaxCalculator taxes() {
        return (quote, line, product) -> taxes.getOrDefault(line.id(), BigDecimal.ZERO);
    }

    static PriceRule rule(String id, PriceAction... actions) {
        return PriceRule.builder().id(id).addActions(actions).build();
    }

    static PriceWaterfall waterfall(PricedLine line) {
        return line.waterfall()
                .orElseThrow(() -> new IllegalArgumentException("line " + line.id() + " has no price: "
                        + line.obstacle()
                                .map(each -> each.text(java.util.Locale.ENGLISH))
                                .orElse("")));
    }

    /** What was taken off each line in all. */
    static List<BigDecimal> discounts(PricedQuote priced) {
        return priced.lines().stream()
                .map(CaseShop::waterfall)
                .map(waterfall -> waterfall.list().minus(waterfall.net()).getAmount())
                .toList();
    }

    static BigDecimal total(PricedQuote priced) {
        priced.lines().forEach(CaseShop::waterfall);
        return priced.total()
                .map(Money::getAmount)
                .orElseThrow(() -> new IllegalArgumentException("there is no total"));
    }
}
