package io.github.saleskit.core.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.saleskit.core.definition.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as pure data, equal whether built in code, read from JSON or parsed from text.
 *
 * <pre>{@code
 * import static io.github.saleskit.core.criteria.Criterion.*;
 *
 * field("industry").in("Software", "Finance").and(field("employees").atLeast(200))
 * field("createdAt").atLeast(now().minusDays(30))
 * any("contacts", field("role").is("CEO"))
 * count("contacts", field("role").is("CEO")).atLeast(2)
 * }</pre>
 *
 * <p>The first as text is {@code industry in ("Software", "Finance") and employees >= 200}, as JSON
 * {@code {"all":[{"field":"industry","in":["Software","Finance"]},{"field":"employees","atLeast":200}]}}.
 *
 * <h2>What holds when a value is absent</h2>
 *
 * A comparison with an absent value is false, whatever it asks: also {@code !=}, and also when both are absent.
 * {@code not} is plain negation, so {@code not industry = "Software"} is true where there is no industry. {@code is
 * present} asks. Of no elements, {@code any} is false, {@code all} and {@code none} are true, {@code count} is 0; for
 * the others see {@link AggregateFunction}. What absent means for each kind of field says {@link FieldKind}.
 *
 * <h2>What can be compared</h2>
 *
 * Values of one kind; whole, number and decimal with each other (as doubles if one of the two is a number, else
 * exactly); amounts of money, of which two in different currencies are not equal and neither is less; dates with
 * instants, by the day of the instant in the condition's zone: {@code createdAt <= "2026-01-31"} includes all of that
 * day, and so does {@code createdAt = today}.
 *
 * <h2>Limits</h2>
 *
 * Criteria nest at most 100 levels deep; one holds at most 10,000 criteria; a list holds at most 100,000 values.
 *
 * <p>The family may grow; a {@code switch} over it needs a default. Immutable and thread-safe.
 */
public sealed interface Criterion {

    /** All of them hold; true of none. */
    record All(List<Criterion> criteria) implements Criterion {
        public All {
            criteria = List.copyOf(criteria);
            Limits.check(criteria);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static All fromJson(CriterionShape shape) {
            return shape.toCriterion(All.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** At least one of them holds; false of none. */
    record Any(List<Criterion> criteria) implements Criterion {
        public Any {
            criteria = List.copyOf(criteria);
            Limits.check(criteria);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Any fromJson(CriterionShape shape) {
            return shape.toCriterion(Any.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** It does not hold. */
    record Not(Criterion criterion) implements Criterion {
        public Not {
            Limits.check(List.of(criterion));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Not fromJson(CriterionShape shape) {
            return shape.toCriterion(Not.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The left operand compares so with the right one. */
    record Compare(Operand left, Comparison comparison, Operand right) implements Criterion {
        public Compare {
            requireNonNull(left, "left");
            requireNonNull(comparison, "comparison");
            requireNonNull(right, "right");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Compare fromJson(CriterionShape shape) {
            return shape.toCriterion(Compare.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The operand lies between two others, both included. */
    record Between(Operand operand, Operand low, Operand high) implements Criterion {
        public Between {
            requireNonNull(operand, "operand");
            requireNonNull(low, "low");
            requireNonNull(high, "high");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Between fromJson(CriterionShape shape) {
            return shape.toCriterion(Between.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The operand equals one of the values. */
    record In(Operand operand, List<Value> values) implements Criterion {
        public In {
            requireNonNull(operand, "operand");
            Limits.checkValues(values);
            values = List.copyOf(values);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static In fromJson(CriterionShape shape) {
            return shape.toCriterion(In.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The text passes a test against another text. */
    record Matches(Operand operand, TextTest test, Operand text) implements Criterion {
        public Matches {
            requireNonNull(operand, "operand");
            requireNonNull(test, "test");
            requireNonNull(text, "text");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Matches fromJson(CriterionShape shape) {
            return shape.toCriterion(Matches.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The set has, or the text contains, any, all or none of the values. */
    record Contains(Operand operand, Quantifier quantifier, List<Value> values) implements Criterion {
        public Contains {
            requireNonNull(operand, "operand");
            requireNonNull(quantifier, "quantifier");
            Limits.checkValues(values);
            values = List.copyOf(values);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Contains fromJson(CriterionShape shape) {
            return shape.toCriterion(Contains.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** The operand has a value. */
    record Present(Operand operand) implements Criterion {
        public Present {
            requireNonNull(operand, "operand");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Present fromJson(CriterionShape shape) {
            return shape.toCriterion(Present.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /** Any, all or none of the nested elements match; the criterion speaks of the elements' own fields. */
    record Elements(Quantifier quantifier, String each, Criterion criterion) implements Criterion {
        public Elements {
            requireNonNull(quantifier, "quantifier");
            FieldNames.require(each);
            Limits.check(List.of(criterion));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Elements fromJson(CriterionShape shape) {
            return shape.toCriterion(Elements.class);
        }

        @Override
        public String toString() {
            return TextWriter.write(this);
        }
    }

    /**
     * Reads the text form, which {@code toString} writes.
     *
     * <p>Comparisons are {@code = != < <= > >=}, {@code in (...)}, {@code between ... and ...}, {@code contains},
     * {@code contains any (...)}, {@code starts with}, {@code ends with}, {@code like}, {@code is present} and
     * {@code is absent}, joined by {@code and}, {@code or}, {@code not} and parentheses, of which {@code not} binds
     * strongest and {@code or} weakest. Operands are {@code industry}, {@code `annual revenue`}, {@code "Software"},
     * {@code 200}, {@code true}, {@code :minimum}, {@code now - 30 days}, {@code today + 3 business days}, {@code count
     * contacts (role = "CEO")} and {@code sum amount of lines}; elements are asked as in {@code any contacts (role =
     * "CEO")}.
     *
     * @throws DefinitionException when the text is none; says at which character, and what was expected
     */
    static Criterion parse(String text) {
        return TextParser.parse(text);
    }

    /** The value of a field. */
    static Operand field(String name) {
        return new Operand.Reference(name);
    }

    /** A value given later, by {@link Condition#withParameter}. */
    static Operand parameter(String name) {
        return new Operand.Parameter(name);
    }

    /** A constant as {@link Value#of} takes it; needed only on the left of a comparison. */
    static Operand value(Object constant) {
        return new Operand.Constant(Value.of(constant));
    }

    /** The instant at which the question is asked. */
    static Operand.Moment now() {
        return new Operand.Moment(false, 0, RelativeUnit.DAYS);
    }

    /** The day on which the question is asked, in the condition's zone. */
    static Operand.Moment today() {
        return new Operand.Moment(true, 0, RelativeUnit.DAYS);
    }

    /** How many elements there are; also how many members a set has. */
    static Operand count(String each) {
        return new Operand.Aggregate(AggregateFunction.COUNT, Optional.empty(), each, Optional.empty());
    }

    /** How many elements match. */
    static Operand count(String each, Criterion where) {
        return new Operand.Aggregate(AggregateFunction.COUNT, Optional.empty(), each, Optional.of(where));
    }

    /** The sum of a field over the elements: {@code sum("amount", "lines")}. */
    static Operand sum(String of, String each) {
        return new Operand.Aggregate(AggregateFunction.SUM, Optional.of(of), each, Optional.empty());
    }

    /** The sum of a field over the elements that match. */
    static Operand sum(String of, String each, Criterion where) {
        return new Operand.Aggregate(AggregateFunction.SUM, Optional.of(of), each, Optional.of(where));
    }

    /** The smallest value of a field over the elements. */
    static Operand min(String of, String each) {
        return new Operand.Aggregate(AggregateFunction.MIN, Optional.of(of), each, Optional.empty());
    }

    /** The smallest value of a field over the elements that match. */
    static Operand min(String of, String each, Criterion where) {
        return new Operand.Aggregate(AggregateFunction.MIN, Optional.of(of), each, Optional.of(where));
    }

    /** The largest value of a field over the elements. */
    static Operand max(String of, String each) {
        return new Operand.Aggregate(AggregateFunction.MAX, Optional.of(of), each, Optional.empty());
    }

    /** The largest value of a field over the elements that match. */
    static Operand max(String of, String each, Criterion where) {
        return new Operand.Aggregate(AggregateFunction.MAX, Optional.of(of), each, Optional.of(where));
    }

    /** All of them hold; of none, what always holds. */
    static Criterion all(Criterion... criteria) {
        return new All(List.of(criteria));
    }

    /** At least one of them holds; of none, what never holds. */
    static Criterion any(Criterion... criteria) {
        return new Any(List.of(criteria));
    }

    /** It does not hold. */
    static Criterion not(Criterion criterion) {
        return new Not(criterion);
    }

    /** At least one element matches. */
    static Criterion any(String each, Criterion criterion) {
        return new Elements(Quantifier.ANY, each, criterion);
    }

    /** Every element matches. */
    static Criterion all(String each, Criterion criterion) {
        return new Elements(Quantifier.ALL, each, criterion);
    }

    /** No element matches. */
    static Criterion none(String each, Criterion criterion) {
        return new Elements(Quantifier.NONE, each, criterion);
    }

    /** Both hold; {@code a.and(b).and(c)} is one list of three. */
    default Criterion and(Criterion other) {
        return new All(
                append(this instanceof All all && all.criteria.size() > 1 ? all.criteria : List.of(this), other));
    }

    /** One of them holds, or both; {@code a.or(b).or(c)} is one list of three. */
    default Criterion or(Criterion other) {
        return new Any(
                append(this instanceof Any any && any.criteria.size() > 1 ? any.criteria : List.of(this), other));
    }

    private static List<Criterion> append(List<Criterion> criteria, Criterion last) {
        List<Criterion> longer = new ArrayList<>(criteria);
        longer.add(last);
        return longer;
    }

    /** The operands of this criterion itself, not of those inside it, in the order of the text form. */
    default List<Operand> operands() {
        if (this instanceof Compare compare) {
            return List.of(compare.left, compare.right);
        }
        if (this instanceof Between between) {
            return List.of(between.operand, between.low, between.high);
        }
        if (this instanceof Matches matches) {
            return List.of(matches.operand, matches.text);
        }
        if (this instanceof In in) {
            return List.of(in.operand);
        }
        if (this instanceof Contains contains) {
            return List.of(contains.operand);
        }
        return this instanceof Present present ? List.of(present.operand) : List.of();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Criterion fromJson(CriterionShape shape) {
        return shape.toCriterion(Criterion.class);
    }

    /** As JSON: an object. */
    @JsonValue
    private Object toJson() {
        return CriterionShaper.shape(this);
    }
}
