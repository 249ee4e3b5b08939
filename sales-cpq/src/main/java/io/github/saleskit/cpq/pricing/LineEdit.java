package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices a quote again of which a few lines changed, and of the others only those that ask about them (percentages of
 * other lines, and lines on which rules ask sums over their product or family) or whose share of a discount on the
 * order changes.
 *
 * <p>Only where nothing else can have changed: see {@link CompiledPlan#editsAreLocal}. Everything else is for
 * {@link QuotePricing}, which gives the same prices. What is left to do for each line is arithmetic on longs. For one
 * thread.
 */
final class LineEdit {

    private final PricedState before;
    private final CompiledPlan plan;
    private final Quote quote;
    private final TaxCalculator taxes;
    private final CurrencyUnit currency;
    private final BitSet live = new BitSet();
    private final Map<LineDraft, CompiledBook.Chosen> toClose = new LinkedHashMap<>();
    private final BitSet applied = new BitSet();
    private final List<OrderDiscount> orderDiscounts = new ArrayList<>();
    private final @Nullable StageRecord[] records;
    private LineDraft[] drafts = {};
    private OrderFacts order;

    LineEdit(PricedState before, Quote quote, TaxCalculator taxes) {
        this.before = before;
        this.plan = before.plan();
        this.quote = quote;
        this.taxes = taxes;
        this.currency = before.book().currency();
        this.records = new StageRecord[plan.stages().size()];
        this.order = before.order();
    }

    /** The quote as it is priced now, or null where too much may have changed. */
    @Nullable
    PricedState price() {
        if (!plan.editsAreLocal() || !isSameButForLines()) {
            return null;
        }
        BitSet changed = new ChangedLines(before, quote).find();
        if (changed == null) {
            return null;
        }
        live.or(changed);
        if (!startChanged()) {
            return null;
        }
        for (int i = 0; i < plan.stages().size(); i++) {
            if (!runStage(plan.stages().get(i), i)) {
                return null;
            }
            for (int at = live.nextSetBit(0); at >= 0; at = live.nextSetBit(at + 1)) {
                drafts[at].stageDone(i);
            }
        }
        return finish();
    }

    private boolean isSameButForLines() {
        Quote other = before.quote();
        return before.priced().total().isPresent()
                && before.drafts().size() == before.lines().size()
                && before.lines().size() == quote.lines().size()
                && before.lines().size() == other.lines().size()
                && other.id().equals(quote.id())
                && other.priceBook().equals(quote.priceBook())
                && other.customer().equals(quote.customer())
                && other.coupons().equals(quote.coupons())
                && other.attributes().equals(quote.attributes());
    }

    private boolean startChanged() {
        drafts = before.drafts().toArray(LineDraft[]::new);
        LineStarter starter = new LineStarter(plan, before.book(), quote, before.context());
        List<LineDraft> gone = new ArrayList<>();
        List<LineDraft> come = new ArrayList<>();
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            LineStarter.Started started = starter.start(quote.lines().get(i));
            if (started.draft().isEmpty()) {
                return false;
            }
            gone.add(drafts[i]);
            come.add(started.draft().get());
            drafts[i] = started.draft().get();
            started.open().ifPresent(chosen -> toClose.put(started.draft().get(), chosen));
        }
        closeTotals(starter);
        order = before.order().replacing(quote, counting(), gone, come);
        come.forEach(draft -> draft.setOrder(order));
        if (!sameRulesAreOpen()) {
            return false;
        }
        new RuleMatcher(plan, before.context()).match(come);
        return true;
    }

    /** Prices the lines that are a percentage of others; all of them have been started anew. */
    private void closeTotals(LineStarter starter) {
        if (!toClose.isEmpty()) {
            starter.close(
                    toClose,
                    Arrays.stream(drafts)
                            .filter(draft -> !toClose.containsKey(draft))
                            .toList());
        }
    }

    private List<LineDraft> counting() {
        List<LineDraft> counting = new ArrayList<>(drafts.length);
        for (LineDraft draft : drafts) {
            if (draft.counts()) {
                counting.add(draft);
            }
        }
        return counting;
    }

    private boolean sameRulesAreOpen() {
        RuleGate gate = new RuleGate(plan, before.book(), quote, before.context());
        return plan.asksOrderBefore().stream()
                .allMatch(i -> gate.isOpen(plan.rules().get(i), order)
                        == before.enabled().get(i));
    }

    private boolean runStage(CompiledPlan.Stage stage, int number) {
        LineRules rules = new LineRules(plan, before.context().now(), before.enabled(), applied);
        if (stage.waits()) {
            return runWaiting(stage.from(), number, rules);
        }
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            rules.apply(drafts[i], stage.from(), stage.to());
            if (drafts[i].conflict() != null) {
                return false;
            }
        }
        return true;
    }

    /** A rule whose condition on the order holds as it did before, or else much may change. */
    private boolean runWaiting(int position, int stage, LineRules rules) {
        StageRecord then = before.record(stage);
        if (then == null) {
            return true;
        }
        CompiledRule rule = plan.rules().get(position);
        BigMoney price = then.price() == null ? null : then.price().plus(difference(stage));
        if (price != null) {
            order.setPrice(price);
        }
        boolean holds = rule.orderByThen()
                .map(condition -> condition.matches(order, before.context().now()))
                .orElse(true);
        if (holds != then.held()) {
            return false;
        }
        OrderShares shares = then.shares();
        if (holds && rule.onLines()) {
            rules.matching(liveDrafts(), position).forEach(draft -> rules.applyOne(draft, position));
        } else if (holds && shares != null) {
            OrderShares now = shares.copy();
            Money total = then.total() == null ? null : then.total().plus(settledDifference(stage));
            if (!share(rule, now, shares, stage, total)) {
                return false;
            }
            records[stage] = new StageRecord(true, price, now, total);
            return true;
        } else if (holds && counts()) {
            return false;
        }
        records[stage] = new StageRecord(holds, price, null, null);
        return true;
    }

    private boolean counts() {
        return !order.lines().isEmpty();
    }

    /** By how much the order costs more before a stage than it did. */
    private BigMoney difference(int stage) {
        BigMoney more = BigMoney.zero(currency);
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            if (drafts[i].counts()) {
                more = more.plus(drafts[i].amount())
                        .minus(before.drafts().get(i).amountAfter(stage - 1));
            }
        }
        return more;
    }

    /** The same once all lines are settled. */
    private Money settledDifference(int stage) {
        Money more = Money.zero(currency);
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            if (drafts[i].counts()) {
                LineDraft then = before.drafts().get(i).restartAfter(stage - 1);
                then.settle();
                drafts[i].settle();
                more = more.plus(drafts[i].settled()).minus(then.settled());
            }
        }
        return more;
    }

    private List<LineDraft> liveDrafts() {
        return live.stream().mapToObj(i -> drafts[i]).toList();
    }

    /** Shares a discount anew; lines that get another share than before become live. */
    private boolean share(CompiledRule rule, OrderShares now, OrderShares then, int stage, @Nullable Money total) {
        CompiledAction action = rule.actions().get(0);
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            LineDraft draft = drafts[i];
            draft.settle();
            boolean shares = draft.counts()
                    && !draft.closedToOrder()
                    && action.touches(draft, before.context().now());
            if (!now.set(i, draft, shares)) {
                return false;
            }
        }
        if (!now.fits()) {
            return false;
        }
        Money all = now.total();
        Money wanted = PricingPass.wanted(action, all, plan, order.list(), total);
        Money placed = wanted.isZero() ? wanted : now.divide(wanted, plan.plan().allocation());
        for (int i = 0; i < drafts.length; i++) {
            if (!live.get(i) && now.part(i) != then.part(i)) {
                drafts[i] = before.drafts().get(i).restartAfter(stage - 1);
                drafts[i].setOrder(order);
                drafts[i].settle();
                live.set(i);
            }
        }
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            drafts[i].discount(rule.id(), now.share(i));
        }
        if (!placed.isZero()) {
            orderDiscounts.add(new OrderDiscount(rule.id(), all, placed));
        }
        return true;
    }

    private PricedState finish() {
        LineResults results = new LineResults(plan, quote, taxes);
        List<PricedLine> priced = new ArrayList<>(before.priced().lines());
        Money total = before.priced().total().orElseThrow();
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            drafts[i].settle();
            priced.set(i, results.of(drafts[i]));
            drafts[i].forgetOrder();
            if (drafts[i].counts()) {
                total = total.plus(drafts[i].settled())
                        .minus(before.drafts().get(i).settled());
            }
        }
        Optional<Money> tax = tax(results, priced);
        PricedQuote.Builder result = PricedQuote.builder()
                .quote(quote.id())
                .asOf(before.context().asOf())
                .addAllLines(priced)
                .addAllOrderDiscounts(orderDiscounts)
                .total(total)
                .due(plan.plan().rounding().toCash(tax.map(total::plus).orElse(total)));
        tax.ifPresent(result::tax);
        List<LineDraft> all = Arrays.asList(drafts);
        OrderFacts facts = order.replacing(quote, counting(), List.of(), List.of());
        return before.after(quote, all, open(), facts, records, result.build());
    }

    private Set<String> open() {
        if (live.isEmpty()) {
            return before.open();
        }
        Set<String> open = new HashSet<>();
        toClose.keySet().forEach(draft -> open.add(draft.line().id()));
        return open;
    }

    /** Taxes may depend on the whole quote, so that each line is asked for anew. */
    private Optional<Money> tax(LineResults results, List<PricedLine> priced) {
        Money tax = Money.zero(currency);
        for (int i = 0; !(taxes instanceof NoTax) && i < drafts.length; i++) {
            if (!live.get(i) && priced.get(i).waterfall().isPresent()) {
                priced.set(i, results.withTax(drafts[i], priced.get(i)));
            }
            Optional<Money> ofLine = priced.get(i).tax();
            if (drafts[i].counts() && ofLine.isPresent()) {
                tax = tax.plus(ofLine.get());
            }
        }
        return tax.isZero() ? Optional.empty() : Optional.of(tax);
    }
}
