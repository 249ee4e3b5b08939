package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The pricing of one quote from a usable price book; mutable while it runs, for one thread. */
final class QuotePricing {

    private final CompiledPlan plan;
    private final CompiledBook book;
    private final Quote quote;
    private final PricingContext context;
    private final TaxCalculator taxes;
    private final List<QuoteLine> lines;
    private final @Nullable LineDraft[] byPosition;
    private final @Nullable Reason[] obstacles;
    private final List<LineDraft> drafts = new ArrayList<>();
    private final BitSet enabled = new BitSet();
    private final Map<String, Reason> shut = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable PricedState before;
    private @Nullable PricedState after;
    private final Kin changedKin;
    private OrderFacts order;

    /** A pricing that takes over from an earlier one what did not change, if there is one. */
    QuotePricing(
            CompiledPlan plan,
            CompiledBook book,
            Quote quote,
            PricingContext context,
            TaxCalculator taxes,
            @Nullable PricedState earlier) {
        this.plan = plan;
        this.book = book;
        this.quote = quote;
        this.context = context;
        this.taxes = taxes;
        this.lines = new AddedLines(plan, book, quote, context).all();
        this.byPosition = new LineDraft[lines.size()];
        this.obstacles = new Reason[lines.size()];
        this.order = new OrderFacts(quote, book.currency(), context.now(), List.of());
        this.before = earlier != null && canReuse(earlier) ? earlier : null;
        this.changedKin = before == null ? new Kin(plan) : changedKin(before);
    }

    /** Prices the quote, once. */
    PricedQuote run() {
        PricedQuote priced = priced();
        before = null; // what it held is taken over: a long session must not keep all that came before
        return priced;
    }

    /** After a run: what pricing a change can take over. */
    PricedState state() {
        return requireNonNull(after, "after");
    }

    private PricedQuote priced() {
        startLines();
        findRules();
        boolean complete = isComplete();
        LineReuse reuse = new TwinReuse(plan, enabled, before == null ? enabled : before.enabled());
        PricingPass pass = new ExclusiveRules(plan, drafts, enabled, this::pass).run(complete, reuse);
        if (complete && drafts.stream().anyMatch(draft -> draft.conflict() != null && draft.counts())) {
            return runWithoutOrder();
        }
        return result(pass, complete);
    }

    /** Prices the lines once more, without discounts on an order of which a line turned out to have no price. */
    private PricedQuote runWithoutOrder() {
        drafts.replaceAll(LineDraft::restart);
        drafts.forEach(LineDraft::forgetTwin);
        seeOrder();
        LineReuse nothing = new TwinReuse(plan, enabled, enabled);
        return result(new ExclusiveRules(plan, drafts, enabled, this::pass).run(false, nothing), false);
    }

    /** Lets the drafts see the order they make up. */
    private void seeOrder() {
        order = new OrderFacts(quote, book.currency(), context.now(), counting(drafts));
        drafts.forEach(draft -> draft.setOrder(order));
    }

    /** Whether what is known of a line still holds: it is the same, and nothing it asks of others has changed. */
    private @Nullable LineDraft known(QuoteLine line) {
        if (before == null) {
            return null;
        }
        LineDraft twin = before.closed(line.id());
        if (twin == null || !twin.line().equals(line)) {
            return null;
        }
        return changedKin.includes(twin) ? null : twin;
    }

    /** The products and families of lines that came, went or changed, where rules ask their sums. */
    private Kin changedKin(PricedState earlier) {
        Kin changed = new Kin(plan);
        if (!plan.linesAskKin()) {
            return changed;
        }
        Set<QuoteLine> now = firstOfId(lines);
        Set<QuoteLine> then = firstOfId(earlier.lines());
        now.stream().filter(line -> !then.contains(line)).forEach(changed::add);
        then.stream().filter(line -> !now.contains(line)).forEach(changed::add);
        return changed;
    }

    /** The lines without those whose id stands there before, which have no price. */
    private static Set<QuoteLine> firstOfId(List<QuoteLine> lines) {
        Set<String> ids = new HashSet<>();
        return lines.stream().filter(line -> ids.add(line.id())).collect(Collectors.toSet());
    }

    /** Whether a pricing of this kind can take anything over from another. */
    private boolean canReuse(PricedState earlier) {
        Quote other = earlier.quote();
        return !plan.hasExclusive()
                && !plan.linesAskOrder()
                && earlier.book() == book
                && earlier.context().equals(context)
                && other.customer().equals(quote.customer())
                && other.attributes().equals(quote.attributes());
    }

    private boolean isComplete() {
        for (int i = 0; i < obstacles.length; i++) {
            if (obstacles[i] != null && lines.get(i).counts()) {
                return false;
            }
        }
        return !order.lines().isEmpty();
    }

    private PricingPass pass(List<LineDraft> of, BitSet some, boolean complete) {
        OrderFacts facts = of == drafts ? order : order.with(counting(of));
        of.forEach(draft -> draft.setOrder(facts));
        return new PricingPass(plan, book.currency(), context.now(), of, facts, some, complete);
    }

    private static List<LineDraft> counting(List<LineDraft> lines) {
        for (LineDraft line : lines) {
            if (!line.counts()) {
                return lines.stream().filter(LineDraft::counts).toList();
            }
        }
        return lines;
    }

    /** Drafts the lines that have a list price, and says by position why the others have none. */
    private void startLines() {
        LineStarter starter = new LineStarter(plan, book, quote, context);
        Map<LineDraft, CompiledBook.Chosen> toClose = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>(2 * lines.size());
        for (int i = 0; i < byPosition.length; i++) {
            QuoteLine line = lines.get(i);
            boolean unique = ids.add(line.id());
            LineDraft twin = unique ? known(line) : null;
            if (twin != null) {
                byPosition[i] = twin.restart();
                continue;
            }
            LineStarter.Started started = unique
                    ? starter.start(line)
                    : LineStarter.Started.withoutPrice(Reason.of("cpq.pricing.lineDuplicate", "line", line.id()));
            byPosition[i] = started.draft().orElse(null);
            obstacles[i] = started.obstacle().orElse(null);
            started.open().ifPresent(chosen -> toClose.put(started.draft().orElseThrow(), chosen));
        }
        closeTotals(starter, toClose);
        for (LineDraft draft : byPosition) {
            if (draft != null) {
                drafts.add(draft);
            }
        }
        seeOrder();
    }

    private void closeTotals(LineStarter starter, Map<LineDraft, CompiledBook.Chosen> toClose) {
        if (toClose.isEmpty()) {
            return;
        }
        List<LineDraft> others = new ArrayList<>();
        for (LineDraft draft : byPosition) {
            if (draft != null && !toClose.containsKey(draft)) {
                others.add(draft);
            }
        }
        OrderFacts facts = new OrderFacts(quote, book.currency(), context.now(), counting(others));
        others.forEach(draft -> draft.setOrder(facts));
        toClose.keySet().forEach(draft -> open.add(draft.line().id()));
        starter.close(toClose, others);
    }

    private void findRules() {
        RuleGate gate = new RuleGate(plan, book, quote, context);
        for (int i = 0; i < plan.rules().size(); i++) {
            CompiledRule rule = plan.rules().get(i);
            Optional<Reason> why = gate.whyShut(rule, order);
            if (why.isEmpty()) {
                enabled.set(i);
            } else {
                shut.put(rule.id(), why.get());
            }
        }
        new RuleMatcher(plan, context).match(drafts);
    }

    private PricedQuote result(PricingPass pass, boolean complete) {
        List<PricedLine> priced = new ArrayList<>(lines.size());
        int next = 0;
        boolean whole = complete;
        LineResults results = new LineResults(plan, quote, taxes);
        Money tax = Money.zero(book.currency());
        for (int i = 0; i < lines.size(); i++) {
            Reason obstacle = obstacles[i];
            LineDraft draft = obstacle == null ? pass.drafts().get(next++) : null;
            if (draft != null && draft.conflict() != null) {
                obstacle = Reason.of("cpq.pricing.rulesConflict", "rules", draft.conflict());
                whole &= !draft.counts();
            }
            PricedLine line = draft == null || obstacle != null
                    ? PricedLine.withoutPrice(lines.get(i), obstacle)
                    : results.of(draft);
            priced.add(line);
            if (lines.get(i).counts()) {
                tax = tax.plus(line.tax().orElse(Money.zero(book.currency())));
            }
        }
        PricedQuote.Builder result = PricedQuote.builder()
                .quote(quote.id())
                .asOf(context.asOf())
                .addAllLines(priced)
                .addAllOrderDiscounts(pass.orderDiscounts());
        if (whole) {
            Money total = pass.total();
            result.total(total).due(plan.plan().rounding().toCash(total.plus(tax)));
            if (!tax.isZero()) {
                result.tax(tax);
            }
        }
        PricedQuote done = result.build();
        drafts.forEach(LineDraft::forgetOrder);
        after = new PricedState(plan, book, quote, context, lines, drafts, open, enabled, order, pass.records(), done);
        return done;
    }

    /**
     * After a run: for each rule that did not change the line, why; conditions are explained with the line as it ended.
     */
    List<Reason> whyNot(PricedLine line) {
        Set<String> changed = new HashSet<>();
        line.waterfall()
                .ifPresent(waterfall ->
                        waterfall.steps().forEach(step -> step.source().ifPresent(changed::add)));
        drafts.forEach(each -> each.setOrder(order));
        LineDraft draft = drafts.stream()
                .filter(each -> each.line().id().equals(line.id()))
                .findFirst()
                .orElse(null);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            CompiledRule rule = plan.rules().get(i);
            if (!changed.contains(rule.id())) {
                Reason why = shut.get(rule.id());
                reasons.add(why == null ? whyNot(rule, draft) : why);
            }
        }
        return List.copyOf(reasons);
    }

    private boolean added(CompiledRule rule) {
        return lines.stream().skip(quote.lines().size()).anyMatch(line -> AddedLines.isOf(rule, line));
    }

    private Reason whyNot(CompiledRule rule, @Nullable LineDraft draft) {
        if (rule.onlyAddsLines() && added(rule)) {
            return Reason.of("cpq.pricing.ruleAddsLines", "rule", rule.id());
        }
        if (rule.rule().when().isPresent() && rule.onLines() && draft != null) {
            Condition<LineDraft> condition =
                    Condition.compile(rule.rule().when().get(), plan.fields().line());
            if (!condition.matches(draft, context.now())) {
                return Reason.of("cpq.pricing.conditionFails", "rule", rule.id())
                        .withDetails(condition.explain(draft, context.now()).reasons());
            }
        }
        Optional<Reason> byThen = rule.orderByThen()
                .filter(condition -> !condition.matches(order, context.now()))
                .map(condition -> Reason.of("cpq.pricing.conditionFails", "rule", rule.id())
                        .withDetails(condition.explain(order, context.now()).reasons()));
        return byThen.orElseGet(() -> Reason.of("cpq.pricing.ruleKeptAway", "rule", rule.id()));
    }
}
