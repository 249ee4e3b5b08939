package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.cpq.pricing.RuleFields.LineFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** A rule whose condition can be asked. */
final class CompiledRule {

    private final PriceRule rule;
    private final Optional<Condition<LineFacts>> onLine;
    private final Optional<Condition<OrderFacts>> onOrder;

    /** Reports what is wrong with the condition where the rule stands. */
    CompiledRule(PriceRule rule, Problems problems) {
        this.rule = rule;
        boolean line = rule.action() instanceof PriceAction.OnLine;
        onLine = rule.when().filter(when -> line).map(when -> compile(when, RuleFields.LINE, problems));
        onOrder = rule.when().filter(when -> !line).map(when -> compile(when, RuleFields.ORDER, problems));
    }

    private static <T> Condition<T> compile(Criterion when, FieldSet<T> fields, Problems problems) {
        Condition<T> condition = Condition.compile(when, fields, problems.at("when"));
        for (String parameter : condition.missingParameters()) {
            problems.at("when")
                    .report("rule.parameter", parameter, "the condition of a price rule can have no parameters");
        }
        return condition;
    }

    String id() {
        return rule.id();
    }

    PriceAction action() {
        return rule.action();
    }

    /** Whether the rule can apply on a day to a quote in a currency. */
    boolean isOpen(LocalDate asOf, CurrencyUnit currency) {
        boolean tooEarly = rule.validFrom().map(asOf::isBefore).orElse(false);
        boolean tooLate = rule.validUntil().map(asOf::isAfter).orElse(false);
        return !tooEarly
                && !tooLate
                && action().currency().map(currency::equals).orElse(true);
    }

    /** The lines to which it applies, as they are before it. */
    List<LineDraft> matching(List<LineDraft> lines, LocalDate asOf) {
        if (onLine.isEmpty()) {
            return lines;
        }
        OrderFacts order = new OrderFacts(lines);
        return lines.stream()
                .filter(line -> onLine.get().matches(new LineFacts(line, order), instant(asOf)))
                .toList();
    }

    /** Whether it applies to the order. */
    boolean matchesOrder(List<LineDraft> lines, LocalDate asOf) {
        return onOrder.map(condition -> condition.matches(new OrderFacts(lines), instant(asOf)))
                .orElse(true);
    }

    /** Conditions count days in UTC, so "today" is that day. */
    private static Instant instant(LocalDate asOf) {
        return asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
