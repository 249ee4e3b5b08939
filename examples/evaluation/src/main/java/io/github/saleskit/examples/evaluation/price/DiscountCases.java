package io.github.saleskit.examples.evaluation.price;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitOfMeasure;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PriceWaterfall;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingContext;
import io.github.saleskit.cpq.pricing.RuleGroup;
import io.github.saleskit.cpq.pricing.ScheduleMeasure;
import io.github.saleskit.cpq.pricing.ScheduleStep;
import io.github.saleskit.cpq.pricing.Stacking;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** Cases of single discounts. */
final class DiscountCases {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal PLENTY = new BigDecimal("1000000000");

    private DiscountCases() {}

    static Map<String, Object> answer(CaseInput input) {
        return switch (input.text("kind")) {
            case "tiered_flat" -> tieredFlat(input);
            case "tiered_percent", "tiered_percent_by_order_total" -> tieredPercent(input);
            case "tiered_percent_by_group_quantity" -> byGroupQuantity(input);
            case "flexi" -> flexi(input);
            case "percent_with_cap" -> percentWithCap(input);
            case "best_of" -> bestOf(input);
            case "margin_then_discount" -> marginThenDiscount(input);
            case "qty_range_percent" -> quantityRange(input);
            case "rule_resolution" -> ruleResolution(input);
            case "uom_pricelist" -> byUnitOfMeasure(input);
            case "date_window_percent" -> dateWindow(input);
            case "percent_with_tax" -> withTax(input);
            default ->
                throw new IllegalArgumentException("discounts of the kind " + input.text("kind") + " are not known");
        };
    }

    /** Solidus rounds the discount half up, which rounds the price half down. */
    private static CaseShop shop(CaseInput input) {
        RoundingMode mode = input.from("solidus") ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
        return new CaseShop(2).rounding(RoundingPolicy.of(mode, RoundingLevel.LINE));
    }

    private static List<ScheduleStep> steps(CaseInput input, CaseShop shop, boolean percent) {
        List<ScheduleStep> steps = new ArrayList<>();
        steps.add(step(shop, BigDecimal.ZERO, input.number("base", "0"), percent));
        CaseInput tiers = input.of(input.input().get("tiers"));
        tiers.keys().stream()
                .sorted(Comparator.comparing(BigDecimal::new))
                .forEach(from -> steps.add(step(shop, new BigDecimal(from), tiers.number(from), percent)));
        return steps;
    }

    private static ScheduleStep step(CaseShop shop, BigDecimal from, BigDecimal value, boolean percent) {
        return percent ? ScheduleStep.percent(from, value) : ScheduleStep.amount(from, shop.money(value));
    }

    private static PriceRule scheduled(CaseInput input, CaseShop shop, ScheduleMeasure by, boolean percent) {
        return CaseShop.rule("R", new PriceAction.ScheduledOff(by, steps(input, shop, percent), Optional.empty()));
    }

    private static String taken(PricedQuote priced, int line) {
        return PriceCases.text(CaseShop.discounts(priced).get(line));
    }

    private static Map<String, Object> tieredFlat(CaseInput input) {
        CaseShop shop = new CaseShop(2).line("L", input.number("amount"), BigDecimal.ONE);
        return Map.of("discount", taken(shop.price(scheduled(input, shop, ScheduleMeasure.LIST, false)), 0));
    }

    private static Map<String, Object> tieredPercent(CaseInput input) {
        CaseShop shop = shop(input);
        List<BigDecimal> prices = input.has("lines") ? input.numbers("lines") : List.of(input.number("amount"));
        for (int i = 0; i < prices.size(); i++) {
            shop.line("L" + i, prices.get(i), BigDecimal.ONE);
        }
        PricedQuote priced = shop.price(scheduled(input, shop, ScheduleMeasure.ORDER_LIST, true));
        return Map.of(
                "first_line_discount", taken(priced, 0),
                "discount", taken(priced, 0),
                "discounts", PriceCases.texts(CaseShop.discounts(priced)));
    }

    private static Map<String, Object> byGroupQuantity(CaseInput input) {
        CaseShop shop = shop(input);
        BigDecimal rest = input.number("group_quantity").subtract(input.number("line_qty"));
        addOfGroup(shop, "L", input.number("line_price"), input.number("line_qty"));
        if (rest.signum() > 0) {
            addOfGroup(shop, "others", BigDecimal.ONE, rest);
        }
        return Map.of("discount", taken(shop.price(scheduled(input, shop, ScheduleMeasure.FAMILY_QUANTITY, true)), 0));
    }

    private static void addOfGroup(CaseShop shop, String id, BigDecimal price, BigDecimal quantity) {
        shop.line(
                Product.of(id, id).withFamily("group"),
                PriceEntry.of(id, shop.perUnit(price)),
                QuoteLine.of(id, id, quantity));
    }

    private static Map<String, Object> flexi(CaseInput input) {
        CaseShop shop = new CaseShop(2).line("L", PLENTY, input.number("quantity"));
        PriceAction off = new PriceAction.FirstThenOff(
                shop.money(input.number("first")),
                shop.money(input.number("additional")),
                input.optional("max_items").filter(most -> most.signum() > 0),
                Optional.empty());
        return Map.of("discount", taken(shop.price(CaseShop.rule("R", off)), 0));
    }

    private static Map<String, Object> percentWithCap(CaseInput input) {
        CaseShop shop = new CaseShop(2).allocation(MoneyCases.method(input, "floor_then_remainder_from_first"));
        List<BigDecimal> prices = input.numbers("lines");
        for (int i = 0; i < prices.size(); i++) {
            shop.line("L" + i, prices.get(i), BigDecimal.ONE);
        }
        Optional<Money> cap = input.optional("cap").map(amount -> Money.of(shop.currency(), amount));
        PriceAction off = new PriceAction.OrderPercentOff(input.number("percent"), cap, Optional.empty());
        List<BigDecimal> parts = CaseShop.discounts(shop.price(CaseShop.rule("R", off)));
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of("discount", PriceCases.text(sum), "parts", PriceCases.texts(parts));
    }

    private static Map<String, Object> bestOf(CaseInput input) {
        CaseShop shop = new CaseShop(2).line("L", PLENTY, BigDecimal.ONE);
        shop.group(new RuleGroup("best", Stacking.BEST_FOR_CUSTOMER));
        List<PriceRule> rules = new ArrayList<>();
        for (BigDecimal discount : input.numbers("discounts")) {
            PriceAction off = PriceAction.AmountOffUnit.of(shop.money(discount.abs()));
            rules.add(CaseShop.rule("R" + rules.size(), off).withGroup("best"));
        }
        return Map.of(
                "chosen",
                PriceCases.text(CaseShop.discounts(shop.price(rules)).get(0).negate()));
    }

    private static Map<String, Object> marginThenDiscount(CaseInput input) {
        CaseShop shop = new CaseShop(2).line("L", input.number("list"), BigDecimal.ONE);
        PriceRule margin = CaseShop.rule("margin", PriceAction.Markup.of(input.number("margin_percent")));
        PriceRule off = CaseShop.rule("off", PriceAction.PercentOff.of(input.number("discount_percent")));
        PriceWaterfall waterfall =
                CaseShop.waterfall(shop.price(margin, off).lines().get(0));
        BigDecimal raised = waterfall.steps().stream()
                .filter(step -> step.source().filter("margin"::equals).isPresent())
                .findFirst()
                .map(step -> step.output().getAmount())
                .orElse(waterfall.list().getAmount());
        BigDecimal net = waterfall.net().getAmount();
        return Map.of(
                "rate_with_margin", PriceCases.text(raised),
                "discount", PriceCases.text(raised.subtract(net)),
                "net", PriceCases.text(net));
    }

    private static Map<String, Object> quantityRange(CaseInput input) {
        BigDecimal quantity = input.has("quantity_in_stock_uom")
                ? input.number("quantity_in_stock_uom")
                : input.number("quantity").multiply(input.number("conversion_factor", "1"));
        CaseShop shop = new CaseShop(2).line("L", input.number("list"), quantity);
        List<Criterion> when = new ArrayList<>();
        input.optional("min_qty").ifPresent(least -> when.add(field("quantity").atLeast(least)));
        input.optional("max_qty")
                .filter(most -> most.signum() > 0)
                .ifPresent(most -> when.add(field("quantity").atMost(most)));
        PriceRule rule = CaseShop.rule("R", PriceAction.PercentOff.of(input.number("percent")))
                .withWhen(new Criterion.All(when));
        PricedQuote priced = shop.price(rule);
        BigDecimal percent = priced.appliedRules().isEmpty() ? BigDecimal.ZERO : input.number("percent");
        BigDecimal unit = quantity.signum() == 0
                ? input.number("list")
                : CaseShop.total(priced).divide(quantity, MathContext.DECIMAL128);
        return Map.of("discount_percent", PriceCases.text(percent), "net", PriceCases.text(unit));
    }

    private static Map<String, Object> ruleResolution(CaseInput input) {
        CaseInput deal = input.of(input.input().get("context"));
        CaseShop shop = new CaseShop(2);
        shop.line(
                Product.of("I", "I")
                        .withFamily(deal.text("item_group", "G"))
                        .withAttributes(Map.of("brand", deal.text("brand", "B"))),
                PriceEntry.of("I", shop.perUnit(HUNDRED)),
                QuoteLine.of("L", "I", BigDecimal.ONE));
        deal.keys().forEach(key -> state(shop, key, deal.text(key)));
        shop.group(new RuleGroup("rules", Stacking.MOST_SPECIFIC));
        List<PriceRule> rules = new ArrayList<>();
        for (CaseInput stated : input.parts("rules")) {
            rules.add(CaseShop.rule("R" + rules.size(), PriceAction.PercentOff.of(stated.number("percent", "0")))
                    .withGroup("rules")
                    .withPriority(stated.number("priority", "0").intValueExact())
                    .withWhen(condition(stated, deal)));
        }
        PricedLine line = shop.price(rules).lines().get(0);
        if (line.obstacle()
                .filter(why -> why.code().equals("cpq.pricing.rulesConflict"))
                .isPresent()) {
            return Map.of("error", "multiple rules conflict");
        }
        BigDecimal percent = HUNDRED.subtract(CaseShop.waterfall(line).net().getAmount());
        return Map.of("discount_percent", PriceCases.text(percent.stripTrailingZeros()));
    }

    private static void state(CaseShop shop, String key, String value) {
        if (key.equals("customer")) {
            shop.customer(value);
        } else if (!List.of("item", "item_group", "brand").contains(key)) {
            shop.attribute(attribute(key), value);
        }
    }

    private static String attribute(String key) {
        return switch (key) {
            case "customer_group" -> "segment";
            case "territory" -> "market";
            case "supplier_group" -> "supplierGroup";
            case "sales_partner" -> "partner";
            case "supplier", "campaign" -> key;
            default -> throw new IllegalArgumentException("rules on " + key + " are not known");
        };
    }

    private static Criterion condition(CaseInput rule, CaseInput deal) {
        List<Criterion> parts = new ArrayList<>();
        for (String key : rule.keys()) {
            switch (key) {
                case "percent", "priority" -> {}
                case "on" -> parts.add(onItem(rule.text("on"), deal));
                case "customer" -> parts.add(field("customer").is(rule.text(key)));
                case "item" ->
                    parts.add(field("product").is(rule.text(key).equals(deal.text("item", "I")) ? "I" : "-"));
                case "item_group" -> parts.add(field("family").is(rule.text(key)));
                case "brand" -> parts.add(field("line.brand").is(rule.text(key)));
                default -> parts.add(field("quote." + attribute(key)).is(rule.text(key)));
            }
        }
        return new Criterion.All(parts);
    }

    private static Criterion onItem(String what, CaseInput deal) {
        return switch (what) {
            case "item" -> field("product").is("I");
            case "item_group" -> field("family").is(deal.text("item_group", "G"));
            case "brand" -> field("line.brand").is(deal.text("brand", "B"));
            default -> new Criterion.All(List.of());
        };
    }

    /** Prices a tonne; what is asked is the price of the unit in which the quantity is stated. */
    private static Map<String, Object> byUnitOfMeasure(CaseInput input) {
        CaseShop shop = new CaseShop(4)
                .unit(new UnitOfMeasure("t", "kg", new BigDecimal("1000")))
                .unit(new UnitOfMeasure("kg", "g", new BigDecimal("1000")));
        BigDecimal list = input.number("list_per_t");
        shop.line(
                Product.of("P", "P").withUnit("t"),
                PriceEntry.of("P", shop.perUnit(list)),
                QuoteLine.of("L", "P", input.number("quantity")).withUnit(input.text("uom")));
        PriceRule rule = CaseShop.rule(
                        "R", PriceAction.UnitPrice.of(shop.money(list.add(input.number("surcharge_per_t")))))
                .withWhen(field("quantity").atLeast(input.number("min_qty_t")));
        BigDecimal unit = CaseShop.total(shop.price(rule)).divide(input.number("quantity"), MathContext.DECIMAL128);
        return Map.of("unit_price", PriceCases.text(unit.stripTrailingZeros()));
    }

    private static Map<String, Object> dateWindow(CaseInput input) {
        CaseShop shop = new CaseShop(2).line("L", input.number("list"), BigDecimal.ONE);
        LocalDateTime at = moment(input.text("at"), LocalTime.MIN);
        shop.context(PricingContext.of(at.toLocalDate()).withAt(instant(at)));
        List<Criterion> when = new ArrayList<>();
        if (input.has("valid_from")) {
            when.add(field("order.at").atLeast(instant(moment(input.text("valid_from"), LocalTime.MIN))));
        }
        if (input.has("valid_to")) {
            when.add(field("order.at").atMost(instant(moment(input.text("valid_to"), LocalTime.MAX))));
        }
        PriceRule rule = CaseShop.rule("R", PriceAction.PercentOff.of(input.number("percent")))
                .withWhen(new Criterion.All(when));
        return Map.of("net", PriceCases.text(CaseShop.total(shop.price(rule))));
    }

    private static LocalDateTime moment(String text, LocalTime ofDay) {
        return text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atTime(ofDay);
    }

    private static Instant instant(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }

    private static Map<String, Object> withTax(CaseInput input) {
        CaseShop shop = new CaseShop(2).allocation(MoneyAllocation.of(AllocationMethod.LARGEST_REMAINDER));
        List<CaseInput> lines = input.parts("lines");
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            CaseInput line = lines.get(i);
            boolean discounted = !line.text("discounted", "true").equals("false");
            String id = (discounted ? "discounted" : "full") + i;
            BigDecimal quantity = line.number("qty", "1");
            BigDecimal tax = line.number("tax", "0");
            shop.line(
                    Product.of(id, id).withFamily(discounted ? "discounted" : "full"),
                    PriceEntry.of(id, shop.perUnit(line.number("price"))),
                    QuoteLine.of(id, id, quantity));
            shop.tax(id, tax);
            if (discounted) {
                BigDecimal amount = line.number("price").multiply(quantity);
                net = net.add(amount);
                gross = gross.add(amount.multiply(BigDecimal.ONE.add(tax.movePointLeft(2))));
            }
        }
        PricedQuote priced = shop.price(CaseShop.rule("R", taxedOff(input, shop, net, gross)));
        BigDecimal untaxed = CaseShop.total(priced);
        BigDecimal tax = priced.tax().map(Money::getAmount).orElse(BigDecimal.ZERO.setScale(2));
        BigDecimal off = CaseShop.discounts(priced).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of(
                "untaxed", PriceCases.text(untaxed),
                "tax", PriceCases.text(tax),
                "total", PriceCases.text(untaxed.add(tax)),
                "discount_untaxed", PriceCases.text(off),
                "discount", PriceCases.text(off));
    }

    /** A cap that includes tax is a cap on the net amount, in the proportion of net and gross. */
    private static PriceAction taxedOff(CaseInput input, CaseShop shop, BigDecimal net, BigDecimal gross) {
        Optional<BigDecimal> cap = input.optional("cap");
        if (input.has("cap_tax_included") && gross.signum() > 0) {
            cap = Optional.of(input.number("cap_tax_included").multiply(net).divide(gross, 2, RoundingMode.HALF_UP));
        }
        return new PriceAction.OrderPercentOff(
                input.number("percent"),
                cap.map(amount -> Money.of(shop.currency(), amount, RoundingMode.HALF_UP)),
                Optional.of(field("family").is("discounted")));
    }
}
