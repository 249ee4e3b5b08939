package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.Allocation;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.money.ZeroWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Answers the cases about allocation, rounding and exponents of currencies. */
final class GoldenMoney {

    private GoldenMoney() {}

    static Map<String, Object> allocation(GoldenCase golden) {
        List<BigDecimal> weights = golden.input().has("units") ? ofUnits(golden, "price") : golden.numbers("weights");
        CurrencyUnit currency = currency(golden.input().get("exponent").asInt());
        Money total = Money.of(currency, golden.number("total"));
        Allocation allocation = floors(golden).isEmpty()
                ? policy(golden).allocate(total, weights)
                : policy(golden).allocateWithin(total, weights, limits(currency, weights, floors(golden)));
        Map<String, Object> answer = new LinkedHashMap<>();
        List<BigDecimal> parts =
                allocation.parts().stream().map(Money::getAmount).toList();
        answer.put("parts", parts);
        answer.put("parts_multiset", parts.stream().sorted().toList());
        answer.put("unplaced", allocation.unplaced().getAmount());
        return answer;
    }

    private static List<BigDecimal> ofUnits(GoldenCase golden, String key) {
        return GoldenCase.elements(golden.input().get("units"))
                .map(unit -> new BigDecimal(unit.get(key).asText()))
                .toList();
    }

    private static List<BigDecimal> floors(GoldenCase golden) {
        if (golden.input().has("units")) {
            return ofUnits(golden, "floor");
        }
        return golden.input().has("floors") ? golden.numbers("floors") : List.of();
    }

    private static List<Money> limits(CurrencyUnit currency, List<BigDecimal> prices, List<BigDecimal> floors) {
        return IntStream.range(0, prices.size())
                .mapToObj(i -> Money.of(currency, prices.get(i).subtract(floors.get(i))))
                .toList();
    }

    /** Where a case states no policy, the largest remainder. */
    static MoneyAllocation policy(GoldenCase golden) {
        AllocationMethod method = switch (golden.policy().path("method").asText("largest_remainder")) {
            case "largest_remainder" -> AllocationMethod.LARGEST_REMAINDER;
            case "floor_then_remainder_from_first" -> AllocationMethod.FIRST;
            case "round_each_half_down_then_difference_to_first" -> AllocationMethod.DIFFERENCE_TO_FIRST;
            default -> throw new IllegalArgumentException(golden.policy().toString());
        };
        boolean zero = golden.policy().path("all_zero_weights").asText().equals("zero");
        return new MoneyAllocation(method, zero ? ZeroWeights.NOTHING : ZeroWeights.EQUAL);
    }

    static CurrencyUnit currency(int exponent) {
        return CurrencyUnit.of(List.of("JPY", "none", "EUR", "KWD", "CLF").get(exponent));
    }

    static Map<String, Object> exponent(GoldenCase golden) {
        CurrencyUnit currency = CurrencyUnit.of(golden.input().get("currency").asText());
        return Map.of("exponent", BigDecimal.valueOf(currency.isPseudoCurrency() ? -1 : currency.getDecimalPlaces()));
    }

    static Map<String, Object> rounding(GoldenCase golden) {
        return switch (golden.input().path("op").asText()) {
            case "" -> rounded(golden);
            case "percent_off" -> percentOff(golden);
            case "percent_discount_per_line" -> perLine(golden);
            case "percent_discount_total" -> onTotal(golden);
            default -> throw new IllegalArgumentException(golden.input().toString());
        };
    }

    private static Map<String, Object> rounded(GoldenCase golden) {
        String mode = golden.policy().path("mode").asText("HALF_UP").replaceAll(" .*", "");
        CurrencyUnit currency = golden.input().has("exponent")
                ? currency(golden.input().get("exponent").asInt())
                : CurrencyUnit.EUR;
        BigMoney amount = BigMoney.of(currency, golden.number("amount"));
        try {
            Money settled = RoundingPolicy.of(RoundingMode.valueOf(mode), RoundingLevel.LINE)
                    .settle(amount);
            return Map.of(
                    "amount", settled.getAmount(),
                    "minor", new BigDecimal(settled.getAmount().unscaledValue()),
                    "rounds_to_zero", settled.isZero());
        } catch (IllegalArgumentException e) {
            return Map.of("error", "rounding necessary");
        }
    }

    private static Map<String, Object> percentOff(GoldenCase golden) {
        PricedQuote priced =
                price(golden, List.of(golden.number("amount")), new PriceAction.PercentOff(golden.number("percent")));
        return Map.of("amount", priced.total().orElseThrow().getAmount());
    }

    private static Map<String, Object> perLine(GoldenCase golden) {
        PricedQuote priced =
                price(golden, golden.numbers("amounts"), new PriceAction.PercentOff(golden.number("percent")));
        return Map.of("discounts", discounts(priced), "sum", sum(discounts(priced)));
    }

    private static Map<String, Object> onTotal(GoldenCase golden) {
        PricedQuote priced = price(
                golden,
                golden.numbers("amounts"),
                new PriceAction.OrderPercentOff(golden.number("percent"), Optional.empty()));
        return Map.of("allocation", discounts(priced), "sum", sum(discounts(priced)));
    }

    private static PricedQuote price(GoldenCase golden, List<BigDecimal> amounts, PriceAction action) {
        GoldenShop shop = new GoldenShop(golden.input().get("exponent").asInt())
                .allocation(MoneyAllocation.of(AllocationMethod.CUMULATIVE));
        for (int i = 0; i < amounts.size(); i++) {
            shop.line("L" + i, "", amounts.get(i), BigDecimal.ONE);
        }
        return shop.price(List.of(Samples.rule("R", action)));
    }

    static List<BigDecimal> discounts(PricedQuote priced) {
        List<BigDecimal> discounts = new ArrayList<>();
        for (PricedLine line : priced.lines()) {
            PriceWaterfall waterfall = line.waterfall().orElseThrow();
            discounts.add(waterfall.list().minus(waterfall.net()).getAmount());
        }
        return discounts;
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
