package io.github.saleskit.examples.evaluation.price;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Operand;
import io.github.saleskit.cpq.pricing.Exclusive;
import io.github.saleskit.cpq.pricing.FreePick;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Promotions as price rules. */
final class PromotionRules {

    /** The product whose line is the shipping, if there is one. */
    static final String SHIPPING = "#shipping";

    private final CaseInput input;
    private final CaseShop shop;
    private final boolean shipping;

    PromotionRules(CaseInput input, CaseShop shop, boolean shipping) {
        this.input = input;
        this.shop = shop;
        this.shipping = shipping;
    }

    PriceRule rule(CaseInput promotion) {
        List<CaseInput> actions = promotion.has("actions") ? promotion.parts("actions") : List.of(promotion);
        List<Criterion> lineParts = new ArrayList<>();
        List<Criterion> orderParts = new ArrayList<>();
        conditions(promotion, lineParts, orderParts);
        PriceRule.Builder rule = PriceRule.builder();
        rule.id(promotion.text("id", "P"));
        actions.forEach(action -> rule.addActions(action(action, lineParts)));
        if (!orderParts.isEmpty()) {
            rule.when(new Criterion.All(orderParts));
        }
        day(promotion, "valid_from").ifPresent(rule::validFrom);
        day(promotion, "valid_to").ifPresent(rule::validUntil);
        exclusive(promotion).ifPresent(rule::exclusive);
        return rule.priority(promotion.number("priority", "0").intValueExact()).build();
    }

    private static boolean flag(CaseInput promotion, String key, boolean otherwise) {
        return promotion.text(key, "" + otherwise).equals("true");
    }

    /** Catalogue promotions change the prices of products, each by itself; all others are promotions of the cart. */
    private boolean ofCatalog(CaseInput promotion) {
        return input.path().isEmpty()
                ? promotion.text("type", "").endsWith("_unit")
                : input.path().contains("catalog");
    }

    private Optional<Exclusive> exclusive(CaseInput promotion) {
        if (flag(promotion, "exclusive", false)) {
            return Optional.of(ofCatalog(promotion) ? Exclusive.ON_LINE : Exclusive.IN_QUOTE);
        }
        boolean ofOrder = promotion.text("scope", "").equals("order");
        if (!flag(promotion, "combinable", true) || (ofOrder && !flag(promotion, "stackable", true))) {
            boolean byItem =
                    !ofOrder && !input.policy("combinable_scope", "order").equals("order");
            return Optional.of(byItem ? Exclusive.AMONG_LINE_RULES : Exclusive.WITHIN_KIND);
        }
        return flag(promotion, "stackable", true) ? Optional.empty() : Optional.of(Exclusive.AMONG_LINE_RULES);
    }

    private static Optional<LocalDate> day(CaseInput promotion, String key) {
        if (!promotion.has(key)) {
            return Optional.empty();
        }
        String text = promotion.text(key);
        return Optional.of(
                text.endsWith("d")
                        ? CaseShop.DAY.plusDays(Long.parseLong(
                                text.substring(0, text.length() - 1).replace("+", "")))
                        : LocalDate.parse(text.split("[T ]", 2)[0]));
    }

    private void conditions(CaseInput promotion, List<Criterion> ofLine, List<Criterion> ofOrder) {
        if (!promotion.has("condition")) {
            return;
        }
        CaseInput condition = promotion.of(promotion.input().get("condition"));
        for (String key : condition.keys()) {
            switch (key) {
                case "has_category" -> ofOrder.add(Criterion.any("order.lines", in("family", condition, key)));
                case "has_sku", "has_product" ->
                    ofOrder.add(Criterion.any("order.lines", in("line.sku", condition, key)));
                case "items_total_gte" -> ofOrder.add(itemsTotal(promotion).atLeast(shop.money(condition.number(key))));
                case "items_total_gt" -> ofOrder.add(itemsTotal(promotion).moreThan(shop.money(condition.number(key))));
                case "total_quantity_gte" -> ofOrder.add(itemsQuantity().atLeast(condition.number(key)));
                case "total_quantity_gt" -> ofOrder.add(itemsQuantity().moreThan(condition.number(key)));
                case "line_total_gt" -> ofLine.add(field("list").moreThan(shop.money(condition.number(key))));
                case "line_total_gte" -> ofLine.add(field("list").atLeast(shop.money(condition.number(key))));
                default -> throw new IllegalArgumentException("the condition " + key + " is not known");
            }
        }
    }

    /** By then; of promotions of which one is chosen on each line at list price, for by then is only known after. */
    private Operand itemsTotal(CaseInput promotion) {
        boolean chosen = exclusive(promotion)
                .filter(each -> each == Exclusive.ON_LINE || each == Exclusive.AMONG_LINE_RULES)
                .isPresent();
        String which = chosen ? "list" : "price";
        return shipping
                ? Criterion.sum(which, "order.lines", field("product").isNot(SHIPPING))
                : field("order." + which);
    }

    private Operand itemsQuantity() {
        return shipping
                ? Criterion.sum("quantity", "order.lines", field("product").isNot(SHIPPING))
                : field("order.quantity");
    }

    private static Criterion in(String name, CaseInput filter, String key) {
        List<Criterion> any = filter.parts(key).stream()
                .map(value -> field(name).is(value.input().asString()))
                .toList();
        return new Criterion.Any(any);
    }

    private Optional<Criterion> filter(CaseInput action, String name, List<Criterion> more) {
        List<Criterion> parts = new ArrayList<>(more);
        if (shipping) {
            parts.add(field("product").isNot(SHIPPING));
        }
        if (action.has(name)) {
            CaseInput filter = action.of(action.input().get(name));
            for (String key : filter.keys()) {
                switch (key) {
                    case "category" -> parts.add(in("family", filter, key));
                    case "category_not" -> parts.add(Criterion.not(in("family", filter, key)));
                    case "sku" -> parts.add(in("line.sku", filter, key));
                    case "sku_not" -> parts.add(Criterion.not(in("line.sku", filter, key)));
                    case "product", "id" -> parts.add(in("line.item", filter, key));
                    case "price_gte" -> parts.add(field("unitPrice").atLeast(shop.money(filter.number(key))));
                    case "price_lte" -> parts.add(field("unitPrice").atMost(shop.money(filter.number(key))));
                    case "quantity", "min_quantity", "apply_to_quantity", "max_quantity" -> {}
                    default -> throw new IllegalArgumentException("the filter " + key + " is not known");
                }
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Criterion.All(parts));
    }

    private PriceAction action(CaseInput action, List<Criterion> lineParts) {
        Optional<Criterion> lines = filter(action, "filter", lineParts);
        BigDecimal value = action.number("value", "0");
        Optional<BigDecimal> most = action.optional("max_quantity");
        if (action.has("qualifier")) {
            return qualified(action, lines);
        }
        boolean order = action.text("scope", "item").equals("order");
        String type = action.text("type");
        return switch (type) {
            case "percent_unit" ->
                new PriceAction.PercentOff(value, most, cap(action).map(Money::toBigMoney), lines);
            case "fixed_unit" -> new PriceAction.AmountOffUnit(shop.money(value), most, lines);
            case "percent_order", "percent_across" -> new PriceAction.OrderPercentOff(value, cap(action), lines);
            case "fixed_order", "fixed_across" -> new PriceAction.OrderAmountOff(settled(value), lines);
            case "percent" ->
                order
                        ? new PriceAction.OrderPercentOff(value, cap(action), lines)
                        : new PriceAction.PercentOff(value, most, cap(action).map(Money::toBigMoney), lines);
            case "amount", "fixed" ->
                order
                        ? new PriceAction.OrderAmountOff(settled(value), lines)
                        : new PriceAction.AmountOffUnit(shop.money(value), most, lines);
            case "fixed_price", "fix_price" -> new PriceAction.UnitPrice(shop.money(value), lines);
            case "free_shipping" ->
                new PriceAction.OrderPercentOff(
                        BigDecimal.valueOf(100),
                        Optional.empty(),
                        Optional.of(field("product").is(SHIPPING)));
            case "buyget" -> buyGet(action);
            default -> throw new IllegalArgumentException("promotions of the type " + type + " are not known");
        };
    }

    private Optional<Money> cap(CaseInput action) {
        return action.optional(action.has("max_amount") ? "max_amount" : "cap").map(this::settled);
    }

    private Money settled(BigDecimal amount) {
        return Money.of(shop.currency(), amount, RoundingMode.HALF_UP);
    }

    private PriceAction qualified(CaseInput action, Optional<Criterion> lines) {
        CaseInput qualifier = action.of(action.input().get("qualifier"));
        boolean percent = action.text("type").startsWith("percent");
        if (!percent && !action.text("type").matches("(amount|fixed)(_unit)?")) {
            throw new IllegalArgumentException("qualifiers are known for percentages and amounts only");
        }
        return new PriceAction.BuyGet(
                filter(action, "qualifier", List.of()),
                qualifier.number("quantity", "1"),
                lines,
                action.number("target_quantity", "1"),
                percent ? action.optional("value") : Optional.empty(),
                percent ? Optional.empty() : action.optional("value").map(shop::money),
                action.optional("max_uses").map(BigDecimal::intValueExact),
                Optional.of(FreePick.DEAREST));
    }

    private PriceAction buyGet(CaseInput action) {
        CaseInput buy = action.of(action.input().get("buy"));
        CaseInput get = action.of(action.input().get("get"));
        BigDecimal units = get.number("apply_to_quantity", "1");
        int lots = get.number("max_quantity", PriceCases.text(units))
                .divideToIntegralValue(units)
                .intValueExact();
        if (lots < 1) {
            // No lot may be filled: a rule that gives nothing.
            return PriceAction.PercentOff.of(BigDecimal.ZERO);
        }
        boolean amount = action.text("value_type", "percentage").equals("fixed");
        return new PriceAction.BuyGet(
                filter(action, "buy", List.of()),
                buy.number("min_quantity", "1"),
                filter(action, "get", List.of()),
                units,
                amount ? Optional.empty() : action.optional("value"),
                amount ? action.optional("value").map(shop::money) : Optional.empty(),
                Optional.of(lots),
                Optional.of(FreePick.DEAREST));
    }
}
