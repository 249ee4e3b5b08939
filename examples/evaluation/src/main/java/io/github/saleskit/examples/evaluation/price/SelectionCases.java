package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceChange;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PriceWaterfall;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Cases of choosing one price of several: by attributes of the deal, the quantity and price lists. */
final class SelectionCases {

    private SelectionCases() {}

    static Map<String, Object> answer(CaseInput input) {
        CaseInput deal = input.of(input.input().path("context"));
        requireCurrency(input, deal);
        List<CaseInput> prices = input.parts("prices").stream()
                // Of prices that fit equally well the first is taken: here the lowest.
                .sorted(Comparator.comparing((CaseInput row) -> row.number("amount")))
                .filter(row -> !row.has("currency")
                        || row.text("currency").equals(deal.text("currency", row.text("currency"))))
                .toList();
        List<CaseInput> own = prices.stream().filter(row -> !row.has("set")).toList();
        return choose(input, deal, own).or(() -> choose(input, deal, prices)).orElseGet(SelectionCases::none);
    }

    private static void requireCurrency(CaseInput input, CaseInput deal) {
        long currencies = input.parts("prices").stream()
                .map(row -> row.text("currency", ""))
                .distinct()
                .count();
        if (currencies > 1 && !deal.has("currency")) {
            throw new IllegalArgumentException("the context has no currency, and there are prices in several");
        }
    }

    /** No price fits. */
    private static Map<String, Object> none() {
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("amount", null);
        none.put("original", null);
        return none;
    }

    private static Optional<Map<String, Object>> choose(CaseInput input, CaseInput deal, List<CaseInput> rows) {
        CaseShop shop = new CaseShop(2);
        for (Map.Entry<String, String> each : input.texts("context").entrySet()) {
            shop.attribute(each.getKey(), each.getValue());
        }
        BigDecimal quantity = deal.number("quantity", input.policy("default_quantity", "1"));
        shop.line(
                Product.of("P", "P"),
                PriceEntry.of("never", shop.perUnit(BigDecimal.ZERO))
                        .withProduct("P")
                        .withAtMost(BigDecimal.ONE.negate()),
                QuoteLine.of("L", "P", quantity));
        Set<PriceEntry> conditions = new HashSet<>();
        for (CaseInput row : rows) {
            PriceEntry entry = entry(shop, row);
            if (conditions.add(entry.withPrice(shop.perUnit(BigDecimal.ZERO)))) {
                shop.entry(entry);
            }
        }
        if (input.has("price_list")) {
            CaseInput list = input.of(input.input().get("price_list"));
            boolean override = list.text("type", "sale").equals("override");
            List<CaseInput> prices = list.has("prices") ? list.parts("prices") : List.of(list);
            Map<String, String> rules = list.texts("rules");
            for (CaseInput price : prices) {
                Map<String, String> all = new TreeMap<>(price.texts("rules"));
                all.putAll(rules);
                shop.sale(entry(shop, price).withDeal(all), override);
            }
        }
        PricedLine line = shop.price().lines().get(0);
        if (line.waterfall().isEmpty()) {
            return Optional.empty();
        }
        PriceWaterfall waterfall = CaseShop.waterfall(line);
        String original = unitPrice(waterfall.steps().get(0));
        PriceStep last = waterfall.steps().stream()
                .filter(step -> step.kind() == PriceStepKind.SALE)
                .findFirst()
                .orElse(waterfall.steps().get(0));
        return Optional.of(Map.of("amount", unitPrice(last), "original", original));
    }

    private static PriceEntry entry(CaseShop shop, CaseInput row) {
        return PriceEntry.of("P", shop.perUnit(row.number("amount")))
                .withDeal(row.texts("rules"))
                .withAtLeast(row.optional("min"))
                .withAtMost(row.optional("max"));
    }

    private static String unitPrice(PriceStep step) {
        PriceChange.Charges charges = (PriceChange.Charges) step.change();
        return PriceCases.text(
                charges.charges().get(0).unitPrice().orElseThrow().getAmount());
    }
}
