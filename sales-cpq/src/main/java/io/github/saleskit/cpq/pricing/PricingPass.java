package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Applies some of the rules to lines that have their list prices; mutable, for one thread. */
final class PricingPass {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CompiledPlan plan;
    private final CurrencyUnit currency;
    private final Instant now;
    private final List<LineDraft> drafts;
    private final List<LineDraft> counting;
    private final OrderFacts order;
    private final BitSet enabled;
    private final boolean complete;
    private final BuyGetLots.Ledger lots = new BuyGetLots.Ledger();
    private final BitSet applied = new BitSet();
    private final List<OrderDiscount> orderDiscounts = new ArrayList<>();
    private final StageRecord[] records;
    private final LineRules lineRules;
    private @Nullable OrderShares shared;
    private @Nullable Money guarded;

    /**
     * Of drafts that this pass may change.
     *
     * @param enabled positions of the rules that may apply
     * @param complete whether every line has a price, so that there is an order to discount
     */
    PricingPass(
            CompiledPlan plan,
            CurrencyUnit currency,
            Instant now,
            List<LineDraft> drafts,
            OrderFacts order,
            BitSet enabled,
            boolean complete) {
        this.plan = plan;
        this.currency = currency;
        this.now = now;
        this.drafts = drafts;
        this.counting = order.lines();
        this.order = order;
        this.enabled = enabled;
        this.complete = complete;
        this.records = new StageRecord[plan.stages().size()];
        this.lineRules = new LineRules(plan, now, enabled, applied);
    }

    /** For each stage that waited and may apply what it found. */
    @Nullable
    StageRecord[] records() {
        return records;
    }

    List<LineDraft> drafts() {
        return drafts;
    }

    /** Positions of the rules that changed something. */
    BitSet applied() {
        return applied;
    }

    List<OrderDiscount> orderDiscounts() {
        return orderDiscounts;
    }

    /**
     * Runs all stages; the stages that are done already, in a pass over known lines, are told apart by the lines
     * themselves.
     */
    PricingPass run(LineReuse reuse) {
        for (int i = 0; i < plan.stages().size(); i++) {
            runStage(plan.stages().get(i), i, reuse);
            reuse.stageDone(i, drafts);
        }
        settle();
        return this;
    }

    private void runStage(CompiledPlan.Stage stage, int number, LineReuse reuse) {
        if (stage.waits()) {
            if (enabled.get(stage.from())) {
                order.forgetPrice();
                records[number] = runWaiting(plan.rules().get(stage.from()), stage.from());
            }
            return;
        }
        for (LineDraft draft : drafts) {
            if (!reuse.take(number, draft)) {
                lineRules.apply(draft, stage.from(), stage.to());
            }
        }
    }

    /**
     * A rule that sees all lines as those before it left them; its condition on the order is asked once for all its
     * actions.
     */
    private StageRecord runWaiting(CompiledRule rule, int position) {
        BigMoney price = rule.orderByThen().isPresent() ? order.price() : null;
        boolean holds = rule.orderByThen()
                .map(condition -> condition.matches(order, now))
                .orElse(true);
        shared = null;
        guarded = null;
        if (holds && !counting.isEmpty()) {
            applyWaiting(rule, position);
        }
        return new StageRecord(holds, price, shared, guarded);
    }

    private void applyWaiting(CompiledRule rule, int position) {
        if (rule.onLines()) {
            List<LineDraft> matching = lineRules.matching(drafts, position);
            matching.forEach(draft -> lineRules.applyOne(draft, position));
            return;
        }
        for (CompiledAction action : rule.actions()) {
            if (action.action() instanceof PriceAction.OnLine) {
                drafts.forEach(draft -> lineRules.applyAction(draft, action, position));
            } else if (complete && !(action.action() instanceof PriceAction.AddLine)) {
                settle();
                changeOrder(rule, action, position);
            }
        }
    }

    private void changeOrder(CompiledRule rule, CompiledAction action, int position) {
        if (action.action() instanceof PriceAction.BuyGet buyGet) {
            if (new BuyGetLots(action, buyGet, counting, now, lots).give(rule)) {
                applied.set(position);
            }
        } else if (action.action() instanceof PriceAction.OrderPercentOff
                || action.action() instanceof PriceAction.OrderAmountOff) {
            discountOrder(rule, action, position);
        }
    }

    private void discountOrder(CompiledRule rule, CompiledAction action, int position) {
        OrderShares shares = OrderShares.of(
                currency, drafts, draft -> draft.counts() && !draft.closedToOrder() && action.touches(draft, now));
        if (shares == null) {
            discountLargeOrder(rule, action, position);
            return;
        }
        shared = shares;
        discountOrder(rule, action, shares).ifPresent(discount -> {
            for (int i = 0; i < drafts.size(); i++) {
                if (shares.part(i) != 0) {
                    drafts.get(i).discount(rule.id(), shares.share(i));
                }
            }
            applied.set(position);
            orderDiscounts.add(discount);
        });
    }

    /** Divides a discount on the order; nothing where there is none to take. */
    private Optional<OrderDiscount> discountOrder(CompiledRule rule, CompiledAction action, OrderShares shares) {
        Money before = shares.total();
        Money wanted = wanted(action, before);
        if (wanted.isZero()) {
            return Optional.empty();
        }
        Money placed = shares.divide(wanted, plan.plan().allocation());
        return placed.isZero() ? Optional.empty() : Optional.of(new OrderDiscount(rule.id(), before, placed));
    }

    /** The same where amounts are beyond longs. */
    private void discountLargeOrder(CompiledRule rule, CompiledAction action, int position) {
        List<LineDraft> sharing = counting.stream()
                .filter(draft -> !draft.closedToOrder() && action.touches(draft, now))
                .toList();
        if (sharing.isEmpty()) {
            return;
        }
        Money before = total(sharing);
        Money wanted = wanted(action, before);
        List<Money> limits = sharing.stream().map(draft -> room(draft)).toList();
        if (wanted.isZero()) {
            return;
        }
        List<BigDecimal> weights =
                sharing.stream().map(draft -> draft.amount().getAmount()).toList();
        List<Money> shares =
                plan.plan().allocation().allocateWithin(wanted, weights, limits).parts();
        Money placed = Money.zero(currency).plus(shares);
        if (placed.isZero()) {
            return;
        }
        for (int i = 0; i < shares.size(); i++) {
            sharing.get(i).discount(rule.id(), shares.get(i));
        }
        applied.set(position);
        orderDiscounts.add(new OrderDiscount(rule.id(), before, placed));
    }

    private static Money room(LineDraft draft) {
        return draft.room().toMoney(RoundingMode.DOWN);
    }

    /** What a discount on an order of so much takes off, at most all. */
    private static Money discount(PriceAction action, Money before, RoundingPolicy rounding) {
        Money wanted;
        if (action instanceof PriceAction.OrderPercentOff off) {
            BigMoney exact = before.toBigMoney().multipliedBy(off.percent().movePointLeft(2));
            Money rounded = rounding.settle(exact);
            wanted = off.atMost().filter(rounded::isGreaterThan).orElse(rounded);
        } else {
            wanted = ((PriceAction.OrderAmountOff) action).amount();
        }
        return wanted.isGreaterThan(before) ? before : wanted;
    }

    private Money wanted(CompiledAction action, Money before) {
        guarded = plan.mostQuotePercent().isPresent() ? total(counting) : null;
        return wanted(action, before, plan, order.list(), guarded);
    }

    /**
     * What a discount wants to take off lines that cost so much together, but no more than the guard of the quote
     * leaves.
     *
     * @param list what all lines cost at list price
     * @param total what they cost by now; null where there is no such guard
     */
    static Money wanted(CompiledAction action, Money before, CompiledPlan plan, BigMoney list, @Nullable Money total) {
        Money discount = discount(action.action(), before, plan.plan().rounding());
        if (total == null) {
            return discount;
        }
        BigDecimal least = HUNDRED.subtract(plan.mostQuotePercent().orElseThrow());
        BigMoney left = total.toBigMoney().minus(list.multipliedBy(least.movePointLeft(2)));
        Money room = left.isNegative() ? Money.zero(total.getCurrencyUnit()) : left.toMoney(RoundingMode.DOWN);
        return discount.isGreaterThan(room) ? room : discount;
    }

    private void settle() {
        if (plan.plan().rounding().level() == RoundingLevel.TOTAL) {
            new TotalSettlement(plan.plan(), currency, counting).settle();
            drafts.stream().filter(draft -> !draft.counts()).forEach(LineDraft::settle);
        } else {
            drafts.forEach(LineDraft::settle);
        }
    }

    private Money total(List<LineDraft> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineDraft line : lines) {
            sum = sum.add(line.amount().getAmount());
        }
        return BigMoney.of(currency, sum).toMoney();
    }

    /** What all lines that count cost. */
    Money total() {
        return total(counting);
    }
}
