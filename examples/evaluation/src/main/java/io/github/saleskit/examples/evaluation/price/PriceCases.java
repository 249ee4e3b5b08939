package io.github.saleskit.examples.evaluation.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Answers cases by their category.
 *
 * <p>Where a case states no policy these hold: amounts are rounded half up, by line; a remainder goes to the largest
 * fractions, in Solidus to the first parts and in Saleor by running totals; tier bounds belong to the lower tier;
 * nothing bought costs the first flat fee in Lago, OpenMeter and Stripe, but for graduated percentages, and nothing
 * elsewhere; Sylius rounds each unit and lets exclusive promotions win by priority, Broadleaf takes what costs the
 * customer least; promotions apply in the order of their priority, of equals as they stand; free units are the dearest,
 * among equals those of the later line; parts of billing periods are measured by actual days, those before the first
 * anchor by a period that is counted back from their end, as in Kill Bill.
 */
public final class PriceCases {

    private PriceCases() {}

    /**
     * Every answer to a case, by its key; texts, lists and maps of texts, whole numbers and flags.
     *
     * @throws IllegalArgumentException when the case cannot be answered
     */
    public static Map<String, Object> answer(JsonNode each) {
        JsonNode policy = each.has("policy") ? each.get("policy") : MissingNode.getInstance();
        CaseInput input = new CaseInput(each.path("input"), policy, source(each, "repo"), source(each, "path"));
        String category = each.path("category").asString("");
        return switch (category) {
            case "allocation" -> MoneyCases.allocation(input);
            case "rounding" -> MoneyCases.rounding(input);
            case "currency_exponent" -> exponent(input);
            case "tier" -> TierCases.answer(input);
            case "discount" -> DiscountCases.answer(input);
            case "price_selection" -> SelectionCases.answer(input);
            case "promotion" -> new PromotionCase(input).answer();
            case "proration" -> ProrationCases.answer(input);
            default -> throw new IllegalArgumentException("cases of the category \"" + category + "\" are not known");
        };
    }

    private static String source(JsonNode each, String key) {
        return each.path("source").path(key).asString("").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> exponent(CaseInput input) {
        String code = input.text("currency");
        try {
            CurrencyUnit currency = CurrencyUnit.of(code);
            return Map.of("exponent", currency.isPseudoCurrency() ? -1 : currency.getDecimalPlaces());
        } catch (IllegalCurrencyException e) {
            return Map.of("exponent", byPlatform(code));
        }
    }

    private static int byPlatform(String code) {
        try {
            return java.util.Currency.getInstance(code).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no currency " + code, e);
        }
    }

    /** A number as a plain decimal text. */
    static String text(BigDecimal number) {
        return number.toPlainString();
    }

    static List<String> texts(List<BigDecimal> numbers) {
        return numbers.stream().map(PriceCases::text).toList();
    }
}
