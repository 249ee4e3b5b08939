package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.cpq.pricing.PercentTier;
import io.github.saleskit.cpq.pricing.PriceInput;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceTier;
import io.github.saleskit.cpq.pricing.SpendBill;
import io.github.saleskit.cpq.pricing.SpendLimits;
import io.github.saleskit.cpq.pricing.TierBounds;
import io.github.saleskit.cpq.pricing.TierCharge;
import io.github.saleskit.cpq.pricing.UsageBilling;
import io.github.saleskit.cpq.pricing.UsageChange;
import io.github.saleskit.cpq.pricing.ZeroQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Cases of price models; exact, so that the currency does not matter. */
final class TierCases {

    private TierCases() {}

    static Map<String, Object> answer(CaseInput input) {
        return switch (input.text("model")) {
            case "prorated_graduated" -> prorated(input);
            case "percentage" -> percentage(input);
            default -> used(input, model(input));
        };
    }

    private static PriceModel model(CaseInput input) {
        return switch (input.text("model")) {
            case "graduated" -> new PriceModel.Graduated(tiers(input), bounds(input), atZero(input));
            case "volume" -> new PriceModel.Volume(tiers(input), bounds(input), atZero(input));
            case "package" ->
                new PriceModel.PerPackage(
                        input.number("package_size"),
                        money(input.number("package_price")),
                        input.optional("free_units"));
            case "block" -> new PriceModel.Volume(blocks(input), bounds(input), atZero(input));
            case "graduated_percentage" ->
                new PriceModel.GraduatedPercentage(
                        CurrencyUnit.EUR,
                        percentTiers(input),
                        bounds(input),
                        stated(input).orElse(ZeroQuantity.FREE));
            case "tiered_block_graduated" ->
                new PriceModel.Graduated(tieredBlocks(input), bounds(input), atZero(input));
            case "tiered_block_volume" -> new PriceModel.Volume(tieredBlocks(input), bounds(input), atZero(input));
            default -> throw new IllegalArgumentException("the model " + input.text("model") + " is not known");
        };
    }

    private static TierBounds bounds(CaseInput input) {
        String byDefault = input.text("model").equals("block") ? "exclusive" : "inclusive";
        return input.policy("upper_bound", byDefault).equals("exclusive")
                ? TierBounds.UPPER_EXCLUSIVE
                : TierBounds.UPPER_INCLUSIVE;
    }

    private static Optional<ZeroQuantity> stated(CaseInput input) {
        String text = input.policy("zero_qty_charges_first_flat", "");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.equals("true") ? ZeroQuantity.FIRST_FLAT_FEE : ZeroQuantity.FREE);
    }

    private static ZeroQuantity atZero(CaseInput input) {
        boolean charges = input.from("lago") || input.from("openmeter") || input.from("stripe");
        return stated(input).orElse(charges ? ZeroQuantity.FIRST_FLAT_FEE : ZeroQuantity.FREE);
    }

    private static List<PriceTier> tiers(CaseInput input) {
        return input.parts("tiers").stream()
                .map(tier -> PriceTier.builder()
                        .upTo(tier.optional("up_to"))
                        .unitPrice(money(tier.number("unit", "0")))
                        .flatFee(money(tier.number("flat", "0")))
                        .build())
                .toList();
    }

    private static List<PercentTier> percentTiers(CaseInput input) {
        return input.parts("tiers").stream()
                .map(tier -> PercentTier.builder()
                        .upTo(tier.optional("up_to"))
                        .percent(tier.number("percent"))
                        .flatFee(money(tier.number("flat", "0")))
                        .build())
                .toList();
    }

    private static List<PriceTier> blocks(CaseInput input) {
        return input.parts("blocks").stream()
                .map(block -> PriceTier.builder()
                        .from(block.optional("lower"))
                        .upTo(block.optional(block.has("upper_exclusive") ? "upper_exclusive" : "upper"))
                        .flatFee(money(block.number("price")))
                        .build())
                .toList();
    }

    /** Tiers of so many blocks each; the last one takes all that is left. */
    private static List<PriceTier> tieredBlocks(CaseInput input) {
        List<PriceTier> tiers = new ArrayList<>();
        BigDecimal end = BigDecimal.ZERO;
        List<CaseInput> stated = input.parts("tiers");
        for (int i = 0; i < stated.size(); i++) {
            CaseInput tier = stated.get(i);
            boolean last = i == stated.size() - 1;
            end = end.add(tier.number("block_size").multiply(tier.number("max_blocks", "0")));
            tiers.add(PriceTier.builder()
                    .upTo(last ? Optional.empty() : Optional.of(end))
                    .blockSize(tier.number("block_size"))
                    .unitPrice(money(tier.number("price")))
                    .build());
        }
        return tiers;
    }

    private static BigMoney money(BigDecimal amount) {
        return BigMoney.of(CurrencyUnit.EUR, amount);
    }

    private static Map<String, Object> used(CaseInput input, PriceModel model) {
        BigDecimal quantity = input.number("quantity");
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("a quantity of " + quantity + " has no price");
        }
        if (input.has("tier_selection_quantity")) {
            PriceInput usage = PriceInput.of(quantity).withTierQuantity(input.number("tier_selection_quantity"));
            return charged(model.charges(usage));
        }
        UsageBilling billing = UsageBilling.of(model, limits(input));
        // Units or amounts of zero were not billed: then it is the first bill, with its flat fee.
        boolean later = input.number("pre_quantity", "0").signum() > 0
                || input.number("previous_billed", "0").signum() > 0;
        SpendBill bill = later
                ? billing.next(input.number("pre_quantity", "0"), money(input.number("previous_billed", "0")), quantity)
                : billing.first(quantity);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("amount", amount(bill.amount()));
        answer.put("amount_rounded_2", amount(bill.amount().rounded(2, RoundingMode.HALF_UP)));
        answer.put("gross", amount(bill.gross()));
        answer.put("discount", amount(bill.discount()));
        answer.put("parts", bill.parts().stream().map(TierCases::amount).toList());
        answer.put(
                "part_discounts",
                bill.discounts().stream().map(TierCases::amount).toList());
        answer.put("commitment_topup", amount(bill.topUp()));
        if (model instanceof PriceModel.PerPackage) {
            answer.put("packages", packages(model, input.number("pre_quantity", "0"), quantity));
        }
        return answer;
    }

    private static SpendLimits limits(CaseInput input) {
        return new SpendLimits(
                input.optional("min_spend").map(TierCases::money),
                input.optional("max_spend").map(TierCases::money));
    }

    private static long packages(PriceModel model, BigDecimal before, BigDecimal quantity) {
        BigDecimal until = model.charges(before.add(quantity)).get(0).quantity();
        return until.subtract(model.charges(before).get(0).quantity()).longValueExact();
    }

    private static Map<String, Object> charged(List<TierCharge> charges) {
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("the quantity lies outside the tiers");
        }
        BigMoney sum = BigMoney.total(charges.stream().map(TierCharge::amount).toList());
        return Map.of(
                "amount", amount(sum),
                "amount_rounded_2", amount(sum.rounded(2, RoundingMode.HALF_UP)),
                "parts", charges.stream().map(charge -> amount(charge.amount())).toList());
    }

    private static String amount(BigMoney money) {
        return PriceCases.text(money.getAmount());
    }

    private static Map<String, Object> prorated(CaseInput input) {
        List<BigDecimal> units = input.numbers("events");
        List<BigDecimal> charged = input.numbers("prorated_events");
        List<UsageChange> changes = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            changes.add(new UsageChange(units.get(i), charged.get(i)));
        }
        return charged(new PriceModel.Graduated(tiers(input), bounds(input), atZero(input)).charges(changes));
    }

    private static Map<String, Object> percentage(CaseInput input) {
        PriceModel.Percentage model = new PriceModel.Percentage(
                input.number("rate"),
                CurrencyUnit.EUR,
                input.optional(input.has("free_quantity") ? "free_quantity" : "free_amount"),
                input.optional("fixed_per_event").map(TierCases::money),
                input.optional("free_events").map(BigDecimal::intValueExact),
                input.optional("per_tx_min").map(TierCases::money),
                input.optional("per_tx_max").map(TierCases::money));
        if (input.has("transactions")) {
            return charged(model.charges(input.numbers("transactions")));
        }
        BigDecimal quantity = input.number("quantity");
        BigDecimal events = input.number(input.has("paid_events") ? "paid_events" : "events", "0");
        // Lago charges no event where nothing was used.
        int charged = input.from("lago") && quantity.signum() == 0 ? 0 : events.intValueExact();
        return charged(model.charges(
                PriceInput.builder().quantity(quantity).transactions(charged).build()));
    }
}
