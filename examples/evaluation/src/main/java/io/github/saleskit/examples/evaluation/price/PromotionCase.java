package io.github.saleskit.examples.evaluation.price;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Operand;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.Exclusive;
import io.github.saleskit.cpq.pricing.ExclusiveChoice;
import io.github.saleskit.cpq.pricing.FreePick;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** A case of lines and promotions. */
final class PromotionCase {

    private static final String SHIPPING = "#shipping";
    private static final int MOST_PERMUTED = 6;

    private final CaseInput input;
    private final CaseShop shop = new CaseShop(2);
    private final List<CaseInput> promotions;
    private final List<String> ids = new ArrayList<>();
    private boolean shipping;

    PromotionCase(CaseInput input) {
        this.input = input;
        // Offers on items come before those on the order, wherever they stand.
        this.promotions = input.parts("promotions").stream()
                .sorted(Comparator.comparing(
                        (CaseInput each) -> each.text("scope", "").equals("order")))
                .toList();
    }

    Map<String, Object> answer() {
        boolean byOffer = promotions.stream().anyMatch(each -> each.has("scope"));
        boolean byUnit = input.from("sylius");
        shop.rounding(RoundingPolicy.of(RoundingMode.HALF_UP, byUnit ? RoundingLevel.UNIT : RoundingLevel.LINE));
        shop.choice(byOffer ? ExclusiveChoice.BEST_FOR_CUSTOMER : ExclusiveChoice.BY_PRIORITY);
        addShipping();
        input.parts("lines").forEach(this::addLine);
        List<PriceRule> rules = promotions.stream().map(this::rule).toList();
        PricedQuote priced = hasQualifier() ? bestOrder(rules) : shop.price(rules);
        return answers(priced, shop.price(rules).equals(shop.price(rules)) ? 2 : 1);
    }

    private boolean hasQualifier() {
        return promotions.stream().anyMatch(each -> each.has("qualifier"));
    }

    /** The cheapest order in which the offers can be tried, where each takes the lines it touches for itself. */
    private PricedQuote bestOrder(List<PriceRule> rules) {
        shop.choice(ExclusiveChoice.BY_PRIORITY);
        if (rules.size() > MOST_PERMUTED) {
            throw new IllegalArgumentException(
                    "more than " + MOST_PERMUTED + " offers with qualifiers are not combined");
        }
        List<List<PriceRule>> orders = new ArrayList<>();
        permute(new ArrayList<>(rules), 0, orders);
        return orders.stream()
                .map(order -> {
                    List<PriceRule> ranked = new ArrayList<>();
                    order.forEach(rule -> ranked.add(rule.withPriority(-ranked.size())));
                    return shop.price(ranked);
                })
                .min(Comparator.comparing(CaseShop::total))
                .orElseThrow();
    }

    private static void permute(List<PriceRule> rules, int from, List<List<PriceRule>> orders) {
        if (from >= rules.size() - 1) {
            orders.add(List.copyOf(rules));
            return;
        }
        for (int i = from; i < rules.size(); i++) {
            Collections.swap(rules, from, i);
            permute(rules, from + 1, orders);
            Collections.swap(rules, from, i);
        }
    }

    private void addShipping() {
        Optional<BigDecimal> cost = input.optional("shipping");
        for (CaseInput promotion : promotions) {
            cost = cost.or(() -> promotion.optional("shipping"));
        }
        shipping = cost.isPresent();
        cost.ifPresent(price -> shop.line(SHIPPING, price, BigDecimal.ONE));
    }

    private void addLine(CaseInput line) {
        String id = line.text("id");
        ids.add(id);
        Product.Builder product = Product.builder();
        product.id(id).name(id).putAttributes("sku", line.text("sku", id));
        if (line.has("category")) {
            product.family(line.text("category"));
        }
        PriceEntry entry = PriceEntry.of(id, shop.perUnit(line.number("unit_price")))
                .withFloor(line.optional("floor").map(shop::money));
        shop.line(product.build(), entry, QuoteLine.of(id, id, line.number("quantity", "1")));
        line.optional("sale_price").ifPresent(price -> shop.sale(PriceEntry.of(id, shop.perUnit(price)), false));
    }

    private PriceRule rule(CaseInput promotion) {
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

    private static Optional<Exclusive> exclusive(CaseInput promotion) {
        if (flag(promotion, "exclusive", false)) {
            String type = promotion.text("type", "");
            return Optional.of(type.endsWith("_unit") ? Exclusive.ON_LINE : Exclusive.IN_QUOTE);
        }
        boolean ofOrder = promotion.text("scope", "").equals("order");
        if (!flag(promotion, "combinable", true) || (ofOrder && !flag(promotion, "stackable", true))) {
            return Optional.of(Exclusive.WITHIN_KIND);
        }
        return flag(promotion, "stackable", true) ? Optional.empty() : Optional.of(Exclusive.ON_LINE);
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
                        : LocalDate.parse(text));
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
                case "items_total_gte" -> ofOrder.add(itemsTotal().atLeast(shop.money(condition.number(key))));
                case "items_total_gt" -> ofOrder.add(itemsTotal().moreThan(shop.money(condition.number(key))));
                case "total_quantity_gte" -> ofOrder.add(itemsQuantity().atLeast(condition.number(key)));
                case "total_quantity_gt" -> ofOrder.add(itemsQuantity().moreThan(condition.number(key)));
                case "line_total_gt" -> ofLine.add(field("list").moreThan(shop.money(condition.number(key))));
                case "line_total_gte" -> ofLine.add(field("list").atLeast(shop.money(condition.number(key))));
                default -> throw new IllegalArgumentException("the condition " + key + " is not known");
            }
        }
    }

    private Operand itemsTotal() {
        return shipping
                ? Criterion.sum("price", "order.lines", field("product").isNot(SHIPPING))
                : field("order.price");
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
                    case "product", "id" -> parts.add(in("product", filter, key));
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
            case "percent_unit" -> new PriceAction.PercentOff(value, most, lines);
            case "fixed_unit" -> new PriceAction.AmountOffUnit(shop.money(value), most, lines);
            case "percent_order", "percent_across" -> new PriceAction.OrderPercentOff(value, cap(action), lines);
            case "fixed_order", "fixed_across" -> new PriceAction.OrderAmountOff(settled(value), lines);
            case "percent" ->
                order
                        ? new PriceAction.OrderPercentOff(value, cap(action), lines)
                        : new PriceAction.PercentOff(value, most, lines);
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
        if (!action.text("type").equals("percent")) {
            throw new IllegalArgumentException("qualifiers are known for percentages only");
        }
        return new PriceAction.BuyGet(
                filter(action, "qualifier", List.of()),
                qualifier.number("quantity", "1"),
                lines,
                action.number("target_quantity", "1"),
                action.optional("value"),
                Optional.empty(),
                Optional.empty());
    }

    private PriceAction buyGet(CaseInput action) {
        CaseInput buy = action.of(action.input().get("buy"));
        CaseInput get = action.of(action.input().get("get"));
        BigDecimal units = get.number("apply_to_quantity", "1");
        int lots = get.number("max_quantity", PriceCases.text(units))
                .divideToIntegralValue(units)
                .intValueExact();
        return new PriceAction.BuyGet(
                filter(action, "buy", List.of()),
                buy.number("min_quantity", "1"),
                filter(action, "get", List.of()),
                units,
                Optional.empty(),
                Optional.of(Math.max(1, lots)),
                Optional.of(FreePick.DEAREST));
    }

    private Map<String, Object> answers(PricedQuote priced, int agreeing) {
        BigDecimal total = CaseShop.total(priced);
        BigDecimal byOrder = priced.orderDiscounts().stream()
                .map(each -> each.discount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean clamped =
                promotions.stream().anyMatch(each -> each.text("scope", "").equals("order"));
        BigDecimal taken = CaseShop.discounts(priced).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        PricedLine first = priced.line(ids.get(0));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", PriceCases.text(total));
        answer.put("subtotal", PriceCases.text(clamped ? total.add(byOrder) : total));
        answer.put("order_adjustment", PriceCases.text(byOrder));
        answer.put("discount", PriceCases.text(taken.negate()));
        answer.put("unit_net", PriceCases.text(unitNet(first)));
        answer.put("applied", applied(first));
        answer.put("line_discounts", lineDiscounts(priced));
        answer.put("line_adjustments", lineAdjustments(priced));
        answer.put("adjustments", adjustments(priced));
        answer.put("repeat_evaluations", agreeing);
        return answer;
    }

    private static BigDecimal unitNet(PricedLine line) {
        BigDecimal net = CaseShop.waterfall(line).net().getAmount();
        return line.quantity().signum() == 0 ? net : net.divide(line.quantity(), MathContext.DECIMAL128);
    }

    private static boolean byRule(PriceStep step) {
        return step.kind() == PriceStepKind.LINE_RULE || step.kind() == PriceStepKind.ORDER_RULE;
    }

    private static List<String> applied(PricedLine line) {
        return CaseShop.waterfall(line).steps().stream()
                .filter(PromotionCase::byRule)
                .map(step -> step.source().orElseThrow())
                .distinct()
                .toList();
    }

    private Map<String, Object> lineDiscounts(PricedQuote priced) {
        Map<String, Object> discounts = new LinkedHashMap<>();
        for (String id : ids) {
            BigDecimal less = CaseShop.discounts(priced).get(priced.lines().indexOf(priced.line(id)));
            if (less.signum() != 0) {
                discounts.put(id, PriceCases.text(less.negate()));
            }
        }
        return discounts;
    }

    private Map<String, Object> lineAdjustments(PricedQuote priced) {
        Map<String, Object> adjustments = new LinkedHashMap<>();
        for (String id : ids) {
            List<String> amounts = CaseShop.waterfall(priced.line(id)).steps().stream()
                    .filter(PromotionCase::byRule)
                    .map(step -> PriceCases.text(step.difference().getAmount().negate()))
                    .toList();
            if (!amounts.isEmpty()) {
                adjustments.put(id, amounts);
            }
        }
        return adjustments;
    }

    /** By promotion in the order in which they apply, then the dearest units first, among equals the later line. */
    private List<Map<String, String>> adjustments(PricedQuote priced) {
        List<Map<String, String>> all = new ArrayList<>();
        List<PricedLine> dearest =
                new ArrayList<>(ids.stream().map(priced::line).toList());
        Collections.reverse(dearest);
        dearest.sort(Comparator.comparing((PricedLine line) -> unitList(line)).reversed());
        List<CaseInput> inOrder = new ArrayList<>(promotions);
        inOrder.sort(Comparator.comparing((CaseInput each) -> each.number("priority", "0"))
                .reversed());
        for (CaseInput promotion : inOrder) {
            for (PricedLine line : dearest) {
                CaseShop.waterfall(line).steps().stream()
                        .filter(step -> byRule(step)
                                && step.source()
                                        .filter(promotion.text("id", "P")::equals)
                                        .isPresent())
                        .forEach(step -> all.add(adjustment(promotion, line, step)));
            }
        }
        return all;
    }

    private static BigDecimal unitList(PricedLine line) {
        BigDecimal list = CaseShop.waterfall(line).list().getAmount();
        return line.quantity().signum() == 0 ? list : list.divide(line.quantity(), MathContext.DECIMAL128);
    }

    private static Map<String, String> adjustment(CaseInput promotion, PricedLine line, PriceStep step) {
        Map<String, String> adjustment = new LinkedHashMap<>();
        adjustment.put("promo", promotion.text("id", "P"));
        adjustment.put("line", line.id());
        adjustment.put("amount", PriceCases.text(step.difference().getAmount().negate()));
        return adjustment;
    }
}
