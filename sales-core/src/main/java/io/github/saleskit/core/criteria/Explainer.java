package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Explains one record by a sound criterion; walks over the criterion and asks each part anew. */
final class Explainer<T> {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_MEMBERS = 10;

    private final OperandCompiler<T> operands;
    private final T record;
    private final Instant now;

    Explainer(OperandCompiler<T> operands, T record, Instant now) {
        this.operands = operands;
        this.record = record;
        this.now = now;
    }

    Reason explain(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return all(all.criteria());
        }
        if (criterion instanceof Criterion.Any any) {
            return any(any.criteria());
        }
        if (criterion instanceof Criterion.Not not && !(not.criterion() instanceof Criterion.Present)) {
            Reason inner = explain(not.criterion());
            return (holds(not.criterion())
                            ? Reason.of("core.criteria.negationFails")
                            : Reason.of("core.criteria.negationHolds"))
                    .withDetails(List.of(inner));
        }
        return criterion instanceof Criterion.Elements elements ? elements(elements) : question(criterion);
    }

    private boolean holds(Criterion criterion) {
        return new ConditionCompiler<>(operands)
                .compile(criterion, new Problems())
                .test(record, now);
    }

    private List<Reason> those(List<Criterion> criteria, boolean wanted) {
        return criteria.stream()
                .filter(part -> holds(part) == wanted)
                .map(this::explain)
                .toList();
    }

    private Reason all(List<Criterion> criteria) {
        List<Reason> failed = those(criteria, false);
        return failed.isEmpty()
                ? Reason.of("core.criteria.allHold", "total", criteria.size()).withDetails(those(criteria, true))
                : Reason.of("core.criteria.notAllHold", "total", criteria.size(), "failed", failed.size())
                        .withDetails(failed);
    }

    private Reason any(List<Criterion> criteria) {
        List<Reason> held = those(criteria, true);
        return held.isEmpty()
                ? Reason.of("core.criteria.noneHolds", "total", criteria.size()).withDetails(those(criteria, false))
                : Reason.of("core.criteria.anyHolds", "total", criteria.size(), "held", held.size())
                        .withDetails(held);
    }

    private Reason elements(Criterion.Elements elements) {
        long all = size(Criterion.count(elements.each()));
        long matching = size(Criterion.count(elements.each(), elements.criterion()));
        String text = shortened(elements.toString());
        return holds(elements)
                ? Reason.of("core.criteria.elementsHold", "criterion", text, "matching", matching, "elements", all)
                : Reason.of("core.criteria.elementsFail", "criterion", text, "matching", matching, "elements", all);
    }

    private long size(Operand count) {
        Source<T> source = operands.source(count, new Problems());
        return source == null ? 0 : source.whole(record, now);
    }

    private Reason question(Criterion criterion) {
        boolean holds = holds(criterion);
        List<Operand> asked =
                criterion instanceof Criterion.Not not ? not.criterion().operands() : criterion.operands();
        String text = shortened(criterion.toString());
        String absent =
                asked.stream().filter(this::withoutValue).map(Operand::toString).collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            return holds
                    ? Reason.of("core.criteria.holdsWithout", "criterion", text, "absent", shortened(absent))
                    : Reason.of("core.criteria.failsWithout", "criterion", text, "absent", shortened(absent));
        }
        String values = values(asked);
        return holds
                ? Reason.of("core.criteria.holds", "criterion", text, "values", values)
                : Reason.of("core.criteria.fails", "criterion", text, "values", values);
    }

    private boolean withoutValue(Operand operand) {
        Source<T> source = operands.source(operand, new Problems());
        return source != null && !source.present(record, now);
    }

    private String values(List<Operand> asked) {
        List<String> values = new ArrayList<>();
        for (Operand operand : asked) {
            Object value = value(operand);
            if (value != null) {
                values.add(operand + " = " + shortened(text(value)));
            }
        }
        return String.join(", ", values);
    }

    /** What the operand comes to; null for a constant, which the criterion's text shows already. */
    private @Nullable Object value(Operand operand) {
        if (operand instanceof Operand.Parameter parameter) {
            return operands.binding().parameters().get(parameter.name());
        }
        Source<T> source = operands.source(operand, new Problems());
        return source == null ? null : source.value(record, now);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return TextWriter.quote(text);
        }
        BigMoney money = PairNodes.money(value);
        if (money != null) {
            return money.getCurrencyUnit() + " " + amount(money.getAmount());
        }
        return value instanceof Collection<?> members ? members(members) : value.toString();
    }

    /** In plain digits, unless there are as many as {@code 1e-999999999} has. */
    private static String amount(BigDecimal amount) {
        return amount.scale() <= LONGEST_TEXT ? amount.toPlainString() : amount.toString();
    }

    private static String members(Collection<?> members) {
        boolean texts = members.stream().allMatch(member -> member instanceof String);
        if (!texts) {
            return "[" + members.size() + "]";
        }
        String some = members.stream()
                .map(Object::toString)
                .sorted()
                .limit(MOST_MEMBERS)
                .map(TextWriter::quote)
                .collect(Collectors.joining(", "));
        return "(" + some + (members.size() > MOST_MEMBERS ? ", ...)" : ")");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
