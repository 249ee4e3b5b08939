package io.github.saleskit.cpq.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.saleskit.core.criteria.Criterion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Answers the cases about tiers, discounts and promotions, as far as they are covered; null for the others. */
final class GoldenPrices {

    private GoldenPrices() {}

    static Map<String, Object> tier(GoldenCase golden) {
        if (!golden.hasOnly(
                "model", "tiers", "quantity", "currency", "blocks", "package_size", "package_price", "free_units")) {
            return null;
        }
        PriceModel model = switch (golden.input().get("model").asText()) {
            case "graduated" -> new PriceModel.Graduated(tiers(golden), TierBounds.UPPER_INCLUSIVE, atZero(golden));
            case "volume" -> new PriceModel.Volume(tiers(golden), TierBounds.UPPER_INCLUSIVE, atZero(golden));
            case "package" -> packages(golden);
            case "block" -> new PriceModel.Volume(blocks(golden), TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FREE);
            default -> null;
        };
        return model == null ? null : charged(model.charges(golden.number("quantity")));
    }

    private static Map<String, Object> charged(List<TierCharge> charges) {
        List<BigDecimal> parts =
                charges.stream().map(each -> each.amount().getAmount()).toList();
        return Map.of(
                "amount",
                GoldenMoney.sum(parts),
                "parts",
                parts,
                "packages",
                charges.get(0).quantity());
    }

    private static ZeroQuantity atZero(GoldenCase golden) {
        return golden.policy().path("zero_qty_charges_first_flat").asBoolean()
                ? ZeroQuantity.FIRST_FLAT_FEE
                : ZeroQuantity.FREE;
    }

    private static List<PriceTier> tiers(GoldenCase golden) {
        return GoldenCase.elements(golden.input().get("tiers"))
                .map(tier -> PriceTier.builder()
                        .upTo(Optional.ofNullable(tier.get("up_to").textValue()).map(BigDecimal::new))
                        .unitPrice(euros(tier.get("unit")))
                        .flatFee(euros(tier.get("flat")))
                        .build())
                .toList();
    }

    private static List<PriceTier> blocks(GoldenCase golden) {
        return GoldenCase.elements(golden.input().get("blocks"))
                .map(block -> PriceTier.builder()
                        .from(new BigDecimal(block.get("lower").asText()))
                        .upTo(new BigDecimal(block.get("upper_exclusive").asText()))
                        .flatFee(euros(block.get("price")))
                        .build())
                .toList();
    }

    private static PriceModel packages(GoldenCase golden) {
        return new PriceModel.PerPackage(
                golden.number("package_size"),
                euros(golden.input().get("package_price")),
                Optional.of(new BigDecimal(golden.input().path("free_units").asText("0"))));
    }

    private static BigMoney euros(JsonNode amount) {
        return BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount.asText()));
    }

    static Map<String, Object> discount(GoldenCase golden) {
        if (!golden.input().get("kind").asText().equals("percent_with_cap")) {
            return null;
        }
        GoldenShop shop = new GoldenShop(2).allocation(GoldenMoney.policy(golden));
        List<BigDecimal> prices = golden.numbers("lines");
        for (int i = 0; i < prices.size(); i++) {
            shop.line("L" + i, "", prices.get(i), BigDecimal.ONE);
        }
        Money cap = Money.of(CurrencyUnit.EUR, golden.number("cap"));
        PriceAction action = new PriceAction.OrderPercentOff(golden.number("percent"), Optional.of(cap));
        List<BigDecimal> parts = GoldenMoney.discounts(shop.price(List.of(Samples.rule("R", action))));
        return Map.of("discount", GoldenMoney.sum(parts), "parts", parts);
    }

    static Map<String, Object> promotion(GoldenCase golden) {
        List<PriceRule> rules = new ArrayList<>();
        List<JsonNode> promotions = GoldenCase.elements(golden.input().get("promotions"))
                .sorted(Comparator.comparingInt(
                        (JsonNode each) -> -each.path("priority").asInt(0)))
                .toList();
        for (JsonNode promotion : promotions) {
            if (!addRules(promotion, rules)) {
                return null;
            }
        }
        GoldenShop shop = new GoldenShop(2);
        for (JsonNode line : golden.input().get("lines")) {
            if (!Set.of("id", "unit_price", "quantity", "category").containsAll(GoldenCase.keys(line))) {
                return null;
            }
            shop.line(
                    line.get("id").asText(),
                    line.path("category").asText(""),
                    new BigDecimal(line.get("unit_price").asText()),
                    new BigDecimal(line.get("quantity").asText()));
        }
        return answer(shop.price(rules));
    }

    private static boolean addRules(JsonNode promotion, List<PriceRule> rules) {
        Set<String> known =
                Set.of("id", "priority", "type", "value", "filter", "condition", "actions", "valid_from", "valid_to");
        if (!known.containsAll(GoldenCase.keys(promotion))) {
            return false;
        }
        List<JsonNode> actions = promotion.has("actions")
                ? GoldenCase.elements(promotion.get("actions")).toList()
                : List.of(promotion);
        for (JsonNode action : actions) {
            Optional<PriceAction> changed = action(action);
            Optional<List<String>> conditions = conditions(promotion.path("condition"), action.path("filter"));
            if (changed.isEmpty() || conditions.isEmpty()) {
                return false;
            }
            Optional<Criterion> when = Optional.of(String.join(" and ", conditions.get()))
                    .filter(text -> !text.isEmpty())
                    .map(Criterion::parse);
            rules.add(PriceRule.builder()
                    .id(promotion.get("id").asText() + (rules.isEmpty() ? "" : "#" + rules.size()))
                    .validFrom(day(promotion.path("valid_from")))
                    .validUntil(day(promotion.path("valid_to")))
                    .when(when)
                    .action(changed.get())
                    .build());
        }
        return true;
    }

    private static Optional<PriceAction> action(JsonNode action) {
        BigDecimal value = new BigDecimal(action.path("value").asText("0"));
        return switch (action.path("type").asText()) {
            case "percent_unit" -> Optional.of(new PriceAction.PercentOff(value));
            case "fixed_unit" -> Optional.of(new PriceAction.AmountOffUnit(BigMoney.of(CurrencyUnit.EUR, value)));
            case "percent_order", "percent_across" ->
                Optional.of(new PriceAction.OrderPercentOff(value, Optional.empty()));
            case "fixed_order", "fixed_across" ->
                Optional.of(new PriceAction.OrderAmountOff(Money.of(CurrencyUnit.EUR, value)));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> conditions(JsonNode condition, JsonNode filter) {
        List<String> all = new ArrayList<>();
        for (String key : GoldenCase.keys(condition)) {
            switch (key) {
                case "has_category" -> all.add("any order.lines (family in " + inParentheses(condition.get(key)) + ")");
                case "items_total_gte" ->
                    all.add("order.price >= \"EUR " + condition.get(key).asText() + "\"");
                case "total_quantity_gte" ->
                    all.add("order.quantity >= " + condition.get(key).asText());
                default -> {
                    return Optional.empty();
                }
            }
        }
        for (String key : GoldenCase.keys(filter)) {
            if (!key.equals("category")) {
                return Optional.empty();
            }
            all.add("family in " + inParentheses(filter.get(key)));
        }
        return Optional.of(all);
    }

    private static String inParentheses(JsonNode words) {
        return words.toString().replace('[', '(').replace(']', ')');
    }

    private static Optional<LocalDate> day(JsonNode relative) {
        return Optional.ofNullable(relative.textValue())
                .map(text -> Samples.DAY.plusDays(
                        Integer.parseInt(text.replace("d", "").replace("+", ""))));
    }

    private static Map<String, Object> answer(PricedQuote priced) {
        Map<String, Object> answer = new LinkedHashMap<>();
        PriceWaterfall first = priced.lines().get(0).waterfall().orElseThrow();
        BigDecimal discount = GoldenMoney.sum(GoldenMoney.discounts(priced));
        answer.put("total", priced.total().orElseThrow().getAmount());
        answer.put("discount", discount.negate());
        answer.put("unit_net", first.net().getAmount());
        answer.put(
                "applied",
                first.steps().stream()
                        .filter(step -> step.kind() == PriceStepKind.LINE_RULE)
                        .map(step -> step.source().orElseThrow().replaceAll("#.*", ""))
                        .toList());
        Map<String, Object> byLine = new LinkedHashMap<>();
        Map<String, Object> adjustments = new LinkedHashMap<>();
        for (PricedLine line : priced.lines()) {
            PriceWaterfall waterfall = line.waterfall().orElseThrow();
            BigDecimal less =
                    waterfall.net().toBigMoney().minus(waterfall.list()).getAmount();
            if (less.signum() != 0) {
                byLine.put(line.id(), less);
            }
            adjustments.put(
                    line.id(),
                    waterfall.steps().stream()
                            .skip(1)
                            .map(step -> step.difference().getAmount().negate())
                            .toList());
        }
        answer.put("line_discounts", byLine);
        answer.put("line_adjustments", adjustments);
        return answer;
    }
}
