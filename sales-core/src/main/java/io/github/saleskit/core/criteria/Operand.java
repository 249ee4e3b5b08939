package io.github.saleskit.core.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a criterion compares: a field, a constant, a named parameter, a moment relative to now, or a calculation over
 * nested elements.
 *
 * <p>Its methods make criteria: {@code field("employees").atLeast(200)}. Where they take an {@code Object}, that is
 * another operand or a constant as {@link Value#of} takes it. As JSON an operand is a scalar or an object such as
 * {@code {"field":"industry"}}, {@code {"parameter":"minimum"}}, {@code {"now":"-30d"}} or
 * {@code {"count":"contacts","where":{...}}}.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Operand {

    /** The value of a field. */
    record Reference(String field) implements Operand {
        public Reference {
            FieldNames.require(field);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Reference fromJson(OperandShape shape) {
            return shape.toOperand(Reference.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** A constant. */
    record Constant(Value value) implements Operand {
        public Constant {
            requireNonNull(value, "value");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Constant fromJson(Value value) {
            return new Constant(value);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** A value that the condition is given before it is asked: {@code condition.withParameter("minimum", 200)}. */
    record Parameter(String name) implements Operand {
        public Parameter {
            FieldNames.require(name);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Parameter fromJson(OperandShape shape) {
            return shape.toOperand(Parameter.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /**
     * The moment at which the question is asked, moved by an amount of time; in the zone and by the business days of
     * the condition.
     *
     * @param today whether it means the whole day, not the instant
     * @param amount how many units later, or earlier when negative; at most 1,000,000 either way
     * @param unit minutes and hours only when it is not a day; {@link RelativeUnit#DAYS} when the amount is 0
     */
    record Moment(boolean today, int amount, RelativeUnit unit) implements Operand {

        private static final int FARTHEST = 1_000_000;

        public Moment {
            requireNonNull(unit, "unit");
            if (amount < -FARTHEST || amount > FARTHEST) {
                throw new IllegalArgumentException(
                        "amount is " + amount + "; a moment lies at most " + FARTHEST + " units away.");
            }
            if (today && unit.ofTime()) {
                throw new IllegalArgumentException(
                        "unit is " + unit + ", but today moves by days or longer units.\nMaybe now instead of today?");
            }
            unit = amount == 0 ? RelativeUnit.DAYS : unit;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Moment fromJson(OperandShape shape) {
            return shape.toOperand(Moment.class);
        }

        /** The same anchor, this many units later instead. */
        public Moment plus(int newAmount, RelativeUnit newUnit) {
            return new Moment(today, newAmount, newUnit);
        }

        /** The same anchor, this many units earlier instead. */
        public Moment minus(int newAmount, RelativeUnit newUnit) {
            return new Moment(today, Math.negateExact(newAmount), newUnit);
        }

        /** The same anchor, this many days later instead. */
        public Moment plusDays(int days) {
            return plus(days, RelativeUnit.DAYS);
        }

        /** The same anchor, this many days earlier instead. */
        public Moment minusDays(int days) {
            return minus(days, RelativeUnit.DAYS);
        }

        /** The same anchor, this many business days later instead. */
        public Moment plusBusinessDays(int days) {
            return plus(days, RelativeUnit.BUSINESS_DAYS);
        }

        /** The same anchor, this many business days earlier instead. */
        public Moment minusBusinessDays(int days) {
            return minus(days, RelativeUnit.BUSINESS_DAYS);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /**
     * A calculation over nested elements.
     *
     * @param function what is calculated
     * @param of the field of the elements that is summed or compared; absent when they are counted
     * @param each the field that holds the elements
     * @param where which of them take part; absent means all
     */
    record Aggregate(AggregateFunction function, Optional<String> of, String each, Optional<Criterion> where)
            implements Operand {
        public Aggregate {
            requireNonNull(function, "function");
            FieldNames.require(each);
            of.ifPresent(FieldNames::require);
            if (of.isPresent() == (function == AggregateFunction.COUNT)) {
                throw new IllegalArgumentException("of is " + of + "; "
                        + (of.isPresent() ? "count takes no field of the elements." : "which field of the elements?"));
            }
            where.ifPresent(criterion -> Limits.check(List.of(criterion)));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Aggregate fromJson(OperandShape shape) {
            return shape.toOperand(Aggregate.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The operand itself, or a constant as {@link Value#of} takes it. */
    static Operand of(Object operandOrConstant) {
        return operandOrConstant instanceof Operand operand ? operand : new Constant(Value.of(operandOrConstant));
    }

    /** It equals the other. */
    default Criterion is(Object other) {
        return new Criterion.Compare(this, Comparison.EQUAL, of(other));
    }

    /** Both are present and differ. */
    default Criterion isNot(Object other) {
        return new Criterion.Compare(this, Comparison.NOT_EQUAL, of(other));
    }

    /** It is less than the other, or before it. */
    default Criterion lessThan(Object other) {
        return new Criterion.Compare(this, Comparison.LESS, of(other));
    }

    /** It is the other, or less, or before it. */
    default Criterion atMost(Object other) {
        return new Criterion.Compare(this, Comparison.AT_MOST, of(other));
    }

    /** It is more than the other, or after it. */
    default Criterion moreThan(Object other) {
        return new Criterion.Compare(this, Comparison.MORE, of(other));
    }

    /** It is the other, or more, or after it. */
    default Criterion atLeast(Object other) {
        return new Criterion.Compare(this, Comparison.AT_LEAST, of(other));
    }

    /** It lies between the two, both included. */
    default Criterion between(Object low, Object high) {
        return new Criterion.Between(this, of(low), of(high));
    }

    /** It equals one of the constants. */
    default Criterion in(Object... constants) {
        return in(Arrays.asList(constants));
    }

    /** It equals one of the constants. */
    default Criterion in(Collection<?> constants) {
        return new Criterion.In(this, values(constants));
    }

    /** The text contains the other text; the set has it as a member. */
    default Criterion contains(Object text) {
        return new Criterion.Matches(this, TextTest.CONTAINS, of(text));
    }

    /** The text begins with the other. */
    default Criterion startsWith(Object text) {
        return new Criterion.Matches(this, TextTest.STARTS_WITH, of(text));
    }

    /** The text ends with the other. */
    default Criterion endsWith(Object text) {
        return new Criterion.Matches(this, TextTest.ENDS_WITH, of(text));
    }

    /** The text fits the glob, see {@link TextTest#LIKE}. */
    default Criterion like(String glob) {
        return new Criterion.Matches(this, TextTest.LIKE, of(glob));
    }

    /** The set has one of the texts as a member; the text contains one of them. */
    default Criterion containsAny(Object... texts) {
        return new Criterion.Contains(this, Quantifier.ANY, values(Arrays.asList(texts)));
    }

    /** The set has all the texts as members; the text contains all of them. */
    default Criterion containsAll(Object... texts) {
        return new Criterion.Contains(this, Quantifier.ALL, values(Arrays.asList(texts)));
    }

    /** The set is present and has none of the texts as a member; the text is present and contains none of them. */
    default Criterion containsNone(Object... texts) {
        return new Criterion.Contains(this, Quantifier.NONE, values(Arrays.asList(texts)));
    }

    /** It has a value. */
    default Criterion present() {
        return new Criterion.Present(this);
    }

    /** It has no value. */
    default Criterion absent() {
        return new Criterion.Not(present());
    }

    private static List<Value> values(Collection<?> constants) {
        return constants.stream().map(Value::of).toList();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(String text) {
        return of(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(boolean flag) {
        return of(flag);
    }

    // beside the one for long: else Jackson gives numbers that fit an int to the creator from an object
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(int number) {
        return of(number);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(long number) {
        return of(number);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(double number) {
        return of(number);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Operand fromJson(OperandShape shape) {
        return shape.toOperand(Operand.class);
    }

    /** As JSON: a scalar or an object; numbers that are no doubles are read exactly only from {@code {"value":...}}. */
    @JsonValue
    private Object toJson() {
        return this instanceof Constant constant && TextWriter.simple(constant.value())
                ? TextWriter.scalar(constant.value())
                : OperandShape.of(this);
    }
}
