package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/** What a {@link PriceModel.Percentage} charges for transactions. */
final class TransactionCharges {

    private final PriceModel.Percentage model;
    private final BigMoney rate;

    TransactionCharges(PriceModel.Percentage model) {
        this.model = model;
        this.rate = BigMoney.of(model.currency(), model.percent().movePointLeft(2));
    }

    /** The quantity as one amount, of known or unknown transactions. */
    List<TierCharge> ofAll(PriceInput input) {
        if (input.quantity().signum() == 0 && input.transactions().isEmpty()) {
            return List.of(nothing());
        }
        if (model.atLeast().isPresent() || model.atMost().isPresent()) {
            return ofEach(List.of(input.quantity()));
        }
        int paid = Math.max(
                0, input.transactions().orElse(1) - model.freeTransactions().orElse(0));
        return List.of(new TierCharge(
                Tiers.above(input.quantity(), model.freeAmount()),
                Optional.of(rate),
                model.transactionFee().filter(fee -> paid > 0).map(fee -> fee.multipliedBy(paid))));
    }

    /** Each transaction by itself; the free amount and the free transactions are used up in their order. */
    List<TierCharge> ofEach(List<BigDecimal> transactions) {
        List<TierCharge> charges = new ArrayList<>();
        BigDecimal free = model.freeAmount().orElse(BigDecimal.ZERO);
        for (int i = 0; i < transactions.size(); i++) {
            BigDecimal amount = transactions.get(i);
            boolean isFree =
                    i < model.freeTransactions().orElse(0) || (free.signum() > 0 && amount.compareTo(free) <= 0);
            charges.add(isFree ? nothing() : charge(Tiers.above(amount, Optional.of(free))));
            free = Tiers.above(free, Optional.of(amount));
        }
        return charges.isEmpty() ? List.of(nothing()) : List.copyOf(charges);
    }

    private TierCharge nothing() {
        return TierCharge.of(BigDecimal.ZERO, rate);
    }

    /** Percentage and fee together, held within the least and the most. */
    private TierCharge charge(BigDecimal paid) {
        TierCharge charge = new TierCharge(paid, Optional.of(rate), model.transactionFee());
        BigMoney amount = charge.amount();
        Optional<BigMoney> bound = model.atLeast()
                .filter(amount::isLessThan)
                .or(() -> model.atMost().filter(amount::isGreaterThan));
        return bound.map(fee -> new TierCharge(BigDecimal.ZERO, Optional.empty(), Optional.of(fee)))
                .orElse(charge);
    }
}
