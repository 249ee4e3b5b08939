package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.core.money.Allocation;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.money.ZeroWeights;
import io.github.saleskit.cpq.pricing.PriceAction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Cases of allocation and rounding; amounts of any exponent are whole numbers of a currency without decimals. */
final class MoneyCases {

    private static final CurrencyUnit MINOR = CurrencyUnit.JPY;

    private MoneyCases() {}

    static Map<String, Object> allocation(CaseInput input) {
        int exponent = input.exponent();
        boolean units = input.has("units");
        List<BigDecimal> weights = units ? ofUnits(input, "price") : input.numbers("weights");
        List<BigDecimal> floors =
                units ? ofUnits(input, "floor") : input.has("floors") ? input.numbers("floors") : List.of();
        Money total = minor(input.number("total"), exponent);
        Allocation allocation = floors.isEmpty()
                ? allocate(input, total, weights)
                : allocateWithin(input, total, weights, room(weights, floors, exponent));
        List<BigDecimal> parts =
                allocation.parts().stream().map(part -> major(part, exponent)).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("parts", PriceCases.texts(parts));
        answer.put("parts_multiset", PriceCases.texts(parts.stream().sorted().toList()));
        answer.put("unplaced", PriceCases.text(major(allocation.unplaced(), exponent)));
        return answer;
    }

    /**
     * Vendure rounds the shares of negative amounts down, too, so that of equal fractions the first come nearer to
     * zero.
     */
    private static Allocation allocate(CaseInput input, Money total, List<BigDecimal> weights) {
        MoneyAllocation method = method(input, "largest_remainder");
        if (!input.from("vendure") || !total.isNegative()) {
            return method.allocate(total, weights);
        }
        Allocation turned = method.allocate(total, reversed(weights));
        return new Allocation(reversed(turned.parts()), turned.unplaced());
    }

    /**
     * Sylius divides among lines in rounds, each rounded by itself, and among the units of a line by largest
     * remainders.
     */
    private static Allocation allocateWithin(CaseInput input, Money total, List<BigDecimal> weights, List<Money> room) {
        if (!input.from("sylius")) {
            return method(input, "largest_remainder").allocateWithin(total, weights, room);
        }
        return input.has("units")
                ? MoneyAllocation.largestRemainder().allocateWithin(total, weights, room)
                : inRounds(method(input, ""), total, weights, room);
    }

    /** What parts cannot take is divided once more among those that can. */
    private static Allocation inRounds(
            MoneyAllocation method, Money total, List<BigDecimal> weights, List<Money> room) {
        List<Money> parts = new ArrayList<>(Collections.nCopies(weights.size(), Money.zero(MINOR)));
        List<Integer> open =
                new ArrayList<>(IntStream.range(0, weights.size()).boxed().toList());
        Money left = total;
        while (!left.isZero() && !open.isEmpty()) {
            List<Money> shares = method.allocate(
                            left, open.stream().map(weights::get).toList())
                    .parts();
            int before = open.size();
            for (int i = before - 1; i >= 0; i--) {
                int at = open.get(i);
                Money wanted = parts.get(at).plus(shares.get(i));
                boolean full = wanted.abs().compareTo(room.get(at)) >= 0;
                parts.set(at, full ? signed(room.get(at), total) : wanted);
                if (full) {
                    open.remove(i);
                }
            }
            left = total.minus(Money.total(parts));
            if (open.size() == before) {
                break;
            }
        }
        return new Allocation(parts, left);
    }

    private static Money signed(Money amount, Money like) {
        return like.isNegative() ? amount.negated() : amount;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<BigDecimal> ofUnits(CaseInput input, String key) {
        return input.parts("units").stream().map(unit -> unit.number(key, "0")).toList();
    }

    private static List<Money> room(List<BigDecimal> prices, List<BigDecimal> floors, int exponent) {
        if (prices.size() != floors.size()) {
            throw new IllegalArgumentException(
                    "there are " + floors.size() + " floors of " + prices.size() + " prices");
        }
        List<Money> room = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            room.add(minor(prices.get(i).subtract(floors.get(i)).max(BigDecimal.ZERO), exponent));
        }
        return room;
    }

    static MoneyAllocation method(CaseInput input, String otherwise) {
        String byDefault = input.from("solidus")
                ? "floor_then_remainder_from_first"
                : input.from("saleor")
                        ? "cumulative"
                        : input.from("sylius") ? "round_each_half_down_then_difference_to_first" : otherwise;
        AllocationMethod method = switch (input.policy("method", byDefault)) {
            case "largest_remainder" -> AllocationMethod.LARGEST_REMAINDER;
            case "floor_then_remainder_from_first" -> AllocationMethod.FIRST;
            case "floor_then_remainder_from_last" -> AllocationMethod.LAST;
            case "round_each_half_down_then_difference_to_first" -> AllocationMethod.DIFFERENCE_TO_FIRST;
            case "round_each_half_down_then_difference_to_last" -> AllocationMethod.DIFFERENCE_TO_LAST;
            case "cumulative" -> AllocationMethod.CUMULATIVE;
            default -> throw new IllegalArgumentException("the method " + input.policy("method", "") + " is not known");
        };
        ZeroWeights zero = switch (input.policy("all_zero_weights", input.from("sylius") ? "zero" : "equal")) {
            case "equal" -> ZeroWeights.EQUAL;
            case "zero" -> ZeroWeights.NOTHING;
            default -> ZeroWeights.REJECT;
        };
        return new MoneyAllocation(method, zero);
    }

    private static Money minor(BigDecimal amount, int exponent) {
        try {
            return Money.of(MINOR, amount.movePointRight(exponent).setScale(0, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(amount + " has more than " + exponent + " decimals", e);
        }
    }

    private static BigDecimal major(Money amount, int exponent) {
        return amount.getAmount().movePointLeft(exponent).setScale(exponent);
    }

    static Map<String, Object> rounding(CaseInput input) {
        return switch (input.text("op", "round")) {
            case "round" -> rounded(input);
            case "percent_off" -> Map.of("amount", PriceCases.text(percentOff(input)));
            case "percent_discount_per_line" -> perLine(input);
            case "percent_discount_total" -> onTotal(input);
            default -> throw new IllegalArgumentException("the operation " + input.text("op") + " is not known");
        };
    }

    static RoundingMode mode(CaseInput input) {
        String stated = input.policy("mode", "HALF_UP").trim().split("[^A-Z_]", 2)[0];
        try {
            return RoundingMode.valueOf(stated);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the rounding mode " + input.policy("mode", "") + " is not known", e);
        }
    }

    private static Map<String, Object> rounded(CaseInput input) {
        int exponent = digits(input);
        BigMoney exact = BigMoney.of(MINOR, input.number("amount").movePointRight(exponent));
        RoundingMode mode = mode(input);
        if (mode == RoundingMode.UNNECESSARY
                && exact.getAmount().stripTrailingZeros().scale() > 0) {
            return Map.of("error", "rounding necessary");
        }
        Money settled = RoundingPolicy.of(mode, RoundingLevel.LINE).settle(exact);
        return Map.of(
                "amount", PriceCases.text(major(settled, exponent)),
                "minor", PriceCases.text(settled.getAmount()),
                "rounds_to_zero", settled.isZero());
    }

    /** How many decimals amounts have: stated, or those of the currency. */
    private static int digits(CaseInput input) {
        return input.has("exponent") || !input.has("currency")
                ? input.exponent()
                : CurrencyUnit.of(input.text("currency")).getDecimalPlaces();
    }

    private static BigDecimal percentOff(CaseInput input) {
        Money total = shop(input)
                .line("L", input.number("amount").movePointRight(digits(input)), BigDecimal.ONE)
                .price(CaseShop.rule("R", PriceAction.PercentOff.of(input.number("percent"))))
                .total()
                .orElseThrow();
        return major(total, digits(input));
    }

    private static CaseShop shop(CaseInput input) {
        return new CaseShop(0)
                .rounding(RoundingPolicy.of(mode(input), RoundingLevel.LINE))
                .allocation(method(input, "largest_remainder"));
    }

    /** Each line as an order of its own, so that it is its discount that is rounded. */
    private static Map<String, Object> perLine(CaseInput input) {
        List<BigDecimal> discounts = input.numbers("amounts").stream()
                .map(amount -> discounts(input, List.of(amount)).get(0))
                .toList();
        return Map.of("discounts", PriceCases.texts(discounts), "sum", sum(discounts));
    }

    private static Map<String, Object> onTotal(CaseInput input) {
        List<BigDecimal> discounts = discounts(input, input.numbers("amounts"));
        return Map.of(
                "allocation",
                PriceCases.texts(discounts),
                "discounts",
                PriceCases.texts(discounts),
                "sum",
                sum(discounts));
    }

    private static List<BigDecimal> discounts(CaseInput input, List<BigDecimal> amounts) {
        CaseShop shop = shop(input);
        int digits = digits(input);
        for (int i = 0; i < amounts.size(); i++) {
            shop.line("L" + i, amounts.get(i).movePointRight(digits), BigDecimal.ONE);
        }
        PriceAction off = PriceAction.OrderPercentOff.of(input.number("percent"));
        return CaseShop.discounts(shop.price(CaseShop.rule("R", off))).stream()
                .map(minor -> minor.movePointLeft(digits).setScale(digits))
                .toList();
    }

    private static String sum(List<BigDecimal> amounts) {
        return PriceCases.text(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
