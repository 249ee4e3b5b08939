package io.github.saleskit.core.criteria;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an operand looks as a JSON object: one of the first nine properties, and with the last four of them
 * {@code where}.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"field", "value", "parameter", "now", "today", "count", "sum", "min", "max", "of", "where"})
sealed class OperandShape implements StrictDocument permits CriterionShape {

    @NeverNull
    @Nullable
    String field;

    @NeverNull
    @Nullable
    Value value;

    @NeverNull
    @Nullable
    String parameter;

    @NeverNull
    @Nullable
    String now;

    @NeverNull
    @Nullable
    String today;

    @NeverNull
    @Nullable
    String count;

    @NeverNull
    @Nullable
    String sum;

    @NeverNull
    @Nullable
    String min;

    @NeverNull
    @Nullable
    String max;

    @NeverNull
    @Nullable
    String of;

    @NeverNull
    @Nullable
    Criterion where;

    static OperandShape of(Operand operand) {
        OperandShape shape = new OperandShape();
        shape.set(operand);
        return shape;
    }

    final void set(Operand operand) {
        if (operand instanceof Operand.Reference reference) {
            field = reference.field();
        } else if (operand instanceof Operand.Constant constant) {
            value = constant.value();
        } else if (operand instanceof Operand.Parameter named) {
            parameter = named.name();
        } else if (operand instanceof Operand.Moment moment) {
            now = moment.today() ? null : RelativeAmount.write(moment);
            today = moment.today() ? RelativeAmount.write(moment) : null;
        } else if (operand instanceof Operand.Aggregate aggregate) {
            set(aggregate);
        }
    }

    private void set(Operand.Aggregate aggregate) {
        String first = aggregate.of().orElse(aggregate.each());
        switch (aggregate.function()) {
            case COUNT -> count = first;
            case SUM -> sum = first;
            case MIN -> min = first;
            case MAX -> max = first;
        }
        of = aggregate.of().isPresent() ? aggregate.each() : null;
        where = aggregate.where().orElse(null);
    }

    final <O extends Operand> O toOperand(Class<O> type) {
        Operand operand = toOperand();
        if (!type.isInstance(operand)) {
            throw new IllegalArgumentException("an operand of another type: " + operand);
        }
        return type.cast(operand);
    }

    final Operand toOperand() {
        List<String> given = operandsGiven();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "an operand needs field, value, parameter, now, today, count, sum, min or max."
                            : "an operand has " + String.join(" and ", given) + ", but needs one of them.");
        }
        if (count != null) {
            return count(count);
        }
        if (sum != null) {
            return aggregate(AggregateFunction.SUM, sum);
        }
        if (min != null) {
            return aggregate(AggregateFunction.MIN, min);
        }
        return max != null ? aggregate(AggregateFunction.MAX, max) : plainOperand(given.get(0));
    }

    private Operand plainOperand(String given) {
        if (of != null || where != null) {
            throw new IllegalArgumentException(
                    (of != null ? "of" : "where") + " belongs to count, sum, min or max, not to " + given + ".");
        }
        if (field != null) {
            return new Operand.Reference(field);
        }
        if (value != null) {
            return new Operand.Constant(value);
        }
        if (parameter != null) {
            return new Operand.Parameter(parameter);
        }
        return RelativeAmount.parse(today != null, now != null ? now : String.valueOf(today));
    }

    private Operand count(String each) {
        if (of != null) {
            throw new IllegalArgumentException("count takes no of: {\"count\":\"" + each + "\"} counts the elements.");
        }
        return new Operand.Aggregate(AggregateFunction.COUNT, Optional.empty(), each, Optional.ofNullable(where));
    }

    private Operand aggregate(AggregateFunction function, String what) {
        if (of == null) {
            throw new IllegalArgumentException(function.word() + " needs of: the field that holds the elements.");
        }
        return new Operand.Aggregate(function, Optional.of(what), of, Optional.ofNullable(where));
    }

    final List<String> operandsGiven() {
        List<String> given = new ArrayList<>();
        addIf(given, "field", field);
        addIf(given, "value", value);
        addIf(given, "parameter", parameter);
        addIf(given, "now", now);
        addIf(given, "today", today);
        addIf(given, "count", count);
        addIf(given, "sum", sum);
        addIf(given, "min", min);
        addIf(given, "max", max);
        return given;
    }

    static void addIf(List<String> given, String property, @Nullable Object value) {
        if (value != null) {
            given.add(property);
        }
    }
}
