package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.ExclusiveChoice;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case of lines and promotions. */
final class PromotionCase {

    private static final int MOST_PERMUTED = 6;
    private static final int MOST_UNITS = 200;

    private final CaseInput input;
    private final CaseShop shop;
    private final List<CaseInput> promotions;
    private final List<String> ids = new ArrayList<>();

    PromotionCase(CaseInput input) {
        this.input = input;
        // Medusa rounds nothing, so that more digits are right there.
        this.shop = new CaseShop(input.from("medusa") ? 4 : 2);
        // Offers on items come before those on the order, wherever they stand.
        this.promotions = input.parts("promotions").stream()
                .sorted(Comparator.comparing(
                        (CaseInput each) -> each.text("scope", "").equals("order")))
                .toList();
    }

    Map<String, Object> answer() {
        requireKnownPolicies();
        boolean byOffer = promotions.stream().anyMatch(each -> each.has("scope"));
        boolean byUnit = input.from("sylius");
        shop.rounding(RoundingPolicy.of(RoundingMode.HALF_UP, byUnit ? RoundingLevel.UNIT : RoundingLevel.LINE));
        shop.choice(
                input.policy("choose", byOffer ? "lowest" : "priority").contains("lowest")
                        ? ExclusiveChoice.BEST_FOR_CUSTOMER
                        : ExclusiveChoice.BY_PRIORITY);
        if (byUnit) {
            shop.allocation(MoneyAllocation.of(AllocationMethod.DIFFERENCE_TO_FIRST));
        }
        boolean shipping = addShipping();
        boolean split = hasQualifier();
        input.parts("lines").forEach(line -> addLine(line, split));
        PromotionRules rules = new PromotionRules(input, shop, shipping);
        List<PriceRule> all = promotions.stream().map(rules::rule).toList();
        PricedQuote priced = split ? bestOrder(all) : shop.price(all);
        int agreeing = shop.price(all).equals(shop.price(all)) ? 2 : 1;
        return new PromotionAnswers(promotions, ids, priced).all(agreeing);
    }

    private void requireKnownPolicies() {
        if (!input.policy("combinable_scope", "order").matches("order|item|line")) {
            throw new IllegalArgumentException(
                    "the combinable_scope " + input.policy("combinable_scope", "") + " is not known");
        }
        if (!input.policy("second_base", "already applied").contains("already applied")) {
            throw new IllegalArgumentException("the second_base " + input.policy("second_base", "") + " is not known");
        }
    }

    private boolean hasQualifier() {
        return promotions.stream().anyMatch(each -> each.has("qualifier"));
    }

    /** The cheapest order in which the offers can be tried, where each takes the units it touches for itself. */
    private PricedQuote bestOrder(List<PriceRule> rules) {
        shop.choice(ExclusiveChoice.BY_PRIORITY);
        if (rules.size() > MOST_PERMUTED) {
            throw new IllegalArgumentException(
                    "more than " + MOST_PERMUTED + " offers with qualifiers are not combined");
        }
        long onItems = promotions.stream()
                .filter(each -> !each.text("scope", "").equals("order"))
                .count();
        List<List<PriceRule>> orders = new ArrayList<>();
        permute(new ArrayList<>(rules.subList(0, (int) onItems)), 0, orders);
        return orders.stream()
                .map(order -> {
                    List<PriceRule> ranked = new ArrayList<>();
                    order.forEach(rule -> ranked.add(rule.withPriority(-ranked.size())));
                    rules.subList(ranked.size(), rules.size())
                            .forEach(rule -> ranked.add(rule.withPriority(-ranked.size())));
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

    private boolean addShipping() {
        Optional<BigDecimal> cost = input.optional("shipping");
        for (CaseInput promotion : promotions) {
            cost = cost.or(() -> promotion.optional("shipping"));
        }
        cost.ifPresent(price -> shop.line(PromotionRules.SHIPPING, price, BigDecimal.ONE));
        return cost.isPresent();
    }

    /** Adds a line, or one for each of its units, so that offers can take some of them only. */
    private void addLine(CaseInput line, boolean split) {
        String id = line.text("id");
        BigDecimal quantity = line.number("quantity", "1");
        if (!split || quantity.compareTo(BigDecimal.valueOf(MOST_UNITS)) > 0) {
            addLine(line, id, quantity);
            return;
        }
        int units = quantity.intValueExact();
        for (int i = 1; i <= units; i++) {
            addLine(line, units == 1 ? id : id + "#" + i, BigDecimal.ONE);
        }
    }

    private void addLine(CaseInput line, String id, BigDecimal quantity) {
        ids.add(id);
        Product.Builder product = Product.builder();
        product.id(id).name(id).putAttributes("item", line.text("id"));
        product.putAttributes("sku", line.text("sku", line.text("id")));
        if (line.has("category")) {
            product.family(line.text("category"));
        }
        PriceEntry entry = PriceEntry.of(id, shop.perUnit(line.number("unit_price")))
                .withFloor(line.optional("floor").map(shop::money));
        shop.line(product.build(), entry, QuoteLine.of(id, id, quantity));
        line.optional("sale_price").ifPresent(price -> shop.sale(PriceEntry.of(id, shop.perUnit(price)), false));
    }
}
