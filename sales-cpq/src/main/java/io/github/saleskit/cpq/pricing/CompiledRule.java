package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** A rule whose condition is taken apart by when its parts can be asked. */
final class CompiledRule {

    private final PriceRule rule;
    private final Optional<RuleGroup> group;
    private final List<CompiledAction> actions;
    private final Criterion indexed;
    private final Optional<Condition<OrderFacts>> orderBefore;
    private final Optional<Condition<OrderFacts>> orderByThen;
    private final Optional<Condition<LineDraft>> lineByThen;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> askedOfLine = new LinkedHashSet<>();
    private final Set<String> askedByThen = new LinkedHashSet<>();
    private final boolean waits;

    /** Reports what is wrong with the conditions where the rule stands. */
    CompiledRule(PriceRule rule, Optional<RuleGroup> group, RuleFields fields, Problems problems) {
        this.rule = rule;
        this.group = group;
        boolean onLines = rule.onLines();
        List<Criterion> before = new ArrayList<>();
        List<Criterion> byThen = new ArrayList<>();
        List<Criterion> fixed = new ArrayList<>();
        List<Criterion> changing = new ArrayList<>();
        boolean sound = rule.when().isEmpty() || isSound(rule.when().get(), onLines, fields, problems.at("when"));
        for (Criterion part :
                sound ? rule.when().map(FieldsAsked::conjuncts).orElse(List.of()) : List.<Criterion>of()) {
            Set<String> names = FieldsAsked.of(part);
            asked.addAll(names);
            boolean changes = names.stream().anyMatch(CompiledRule::changes);
            boolean order = !onLines || names.stream().noneMatch(RuleFields::ofLine);
            if (!order) {
                askedOfLine.addAll(names);
            }
            if (order && changes) {
                askedByThen.addAll(names);
            }
            (order ? changes ? byThen : before : changes ? changing : fixed).add(part);
        }
        // Rules on the order are not looked for line by line: were they to match every line, each would keep a list of
        // all.
        this.indexed = onLines ? new Criterion.All(fixed) : new Criterion.Any(List.of());
        this.orderBefore = condition(before, fields);
        this.orderByThen = condition(byThen, fields);
        this.lineByThen =
                changing.isEmpty() ? Optional.empty() : Optional.of(Condition.compile(all(changing), fields.line()));
        this.actions = compileActions(fields, problems);
        this.waits = !onLines || asked.stream().anyMatch(name -> name.startsWith("order.") && changes(name));
    }

    private static boolean isSound(Criterion when, boolean onLines, RuleFields fields, Problems here) {
        long before = here.total();
        FieldSet<?> asked = onLines ? fields.line() : fields.order();
        Condition.compileWithoutParameters(when, asked, here);
        return here.total() == before;
    }

    private List<CompiledAction> compileActions(RuleFields fields, Problems problems) {
        List<CompiledAction> compiled = new ArrayList<>();
        for (int i = 0; i < rule.actions().size(); i++) {
            PriceAction action = rule.actions().get(i);
            compiled.add(new CompiledAction(action, fields, problems.at("actions", i)));
            action.lines().ifPresent(lines -> askedOfLine.addAll(FieldsAsked.of(lines)));
            if (action instanceof PriceAction.ScheduledOff scheduled) {
                askedOfLine.add(CompiledAction.fieldOf(scheduled.by()));
            }
        }
        asked.addAll(askedOfLine);
        return List.copyOf(compiled);
    }

    /** Whether a field, perhaps of elements, changes while rules are applied. */
    private static boolean changes(String name) {
        return RuleFields.CHANGING.contains(name) || name.endsWith("/price");
    }

    private static Optional<Condition<OrderFacts>> condition(List<Criterion> parts, RuleFields fields) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(Condition.compile(all(parts), fields.order()));
    }

    private static Criterion all(List<Criterion> parts) {
        return parts.size() == 1 ? parts.get(0) : new Criterion.All(parts);
    }

    PriceRule rule() {
        return rule;
    }

    String id() {
        return rule.id();
    }

    Optional<RuleGroup> group() {
        return group;
    }

    Stacking stacking() {
        return group.map(RuleGroup::stacking).orElse(Stacking.SEQUENTIAL);
    }

    Optional<Exclusive> exclusive() {
        return rule.exclusive();
    }

    List<CompiledAction> actions() {
        return actions;
    }

    /**
     * The part of the condition on each line that prices cannot change; of a rule on the order one that no line
     * fulfils.
     */
    Criterion indexed() {
        return indexed;
    }

    /** Every field that conditions, filters and schedules of the rule ask. */
    Set<String> asked() {
        return asked;
    }

    /**
     * The fields that decide what can be taken over for a line from an earlier pricing: all it asks of each line, or,
     * where it waits and is applied anew anyway, those that are indexed.
     */
    Set<String> askedForReuse() {
        return waits ? FieldsAsked.of(indexed) : askedOfLine;
    }

    /** What it asks of each line: its condition, but for parts on the order alone, its filters and schedules. */
    Set<String> askedOfLine() {
        return askedOfLine;
    }

    /** Whether it needs the prices of all lines as the rules before it left them. */
    boolean waits() {
        return waits;
    }

    boolean onLines() {
        return rule.onLines();
    }

    /** Whether it keeps away others on single lines: those on which it applies, or of which it gives units. */
    boolean isExclusiveByLine() {
        return exclusive().filter(Exclusive::byLine).isPresent();
    }

    /** Whether it keeps away others on each line on which it applies. */
    boolean isAloneOnLines() {
        return onLines() && isExclusiveByLine();
    }

    /** Whether it takes the lines of which units are bought or given for itself. */
    boolean takesLines() {
        return isExclusiveByLine() && rule.actions().stream().anyMatch(PriceAction.BuyGet.class::isInstance);
    }

    /** Whether it comes between rules on lines, for it waits and does more than to add lines before. */
    boolean splitsStages() {
        return waits && !onlyAddsLines();
    }

    /** Whether all it does is to add lines, before anything is priced. */
    boolean onlyAddsLines() {
        return rule.actions().stream().allMatch(PriceAction.AddLine.class::isInstance);
    }

    /**
     * Whether what it does to a line that stayed the same is the same where its condition on the order still holds, but
     * for the line's share of a discount.
     */
    boolean isLocal() {
        boolean asksKinOfElements = asked.stream().anyMatch(name -> name.endsWith("Quantity") && name.contains("/"));
        return !asksKinOfElements
                && (!waits
                        || ((onLines() || isDiscountAlone())
                                && askedByThen.stream().noneMatch(name -> name.contains("/"))
                                && askedOfLine.stream().noneMatch(name -> name.startsWith("order."))));
    }

    private boolean isDiscountAlone() {
        return actions.size() == 1
                && (actions.get(0).action() instanceof PriceAction.OrderPercentOff
                        || actions.get(0).action() instanceof PriceAction.OrderAmountOff);
    }

    /** Why the rule cannot apply on a day to a quote in a currency, if so; the code of a reason. */
    Optional<String> shut(LocalDate asOf, CurrencyUnit currency) {
        if (rule.validFrom().map(asOf::isBefore).orElse(false)
                || rule.validUntil().map(asOf::isAfter).orElse(false)) {
            return Optional.of("date");
        }
        boolean otherCurrency = rule.actions().stream()
                .flatMap(action -> action.currency().stream())
                .anyMatch(each -> !each.equals(currency));
        return otherCurrency ? Optional.of("currency") : Optional.empty();
    }

    Optional<Condition<OrderFacts>> orderBefore() {
        return orderBefore;
    }

    Optional<Condition<OrderFacts>> orderByThen() {
        return orderByThen;
    }

    Optional<Condition<LineDraft>> lineByThen() {
        return lineByThen;
    }
}
