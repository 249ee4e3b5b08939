package io.github.saleskit.core.criteria;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a criterion looks as a JSON object: {@code all}, {@code any} or {@code not} alone, or an operand and one question
 * about it. Made from a criterion by {@link CriterionShaper}.
 */
@JsonPropertyOrder({
    "all",
    "any",
    "not",
    "field",
    "value",
    "parameter",
    "now",
    "today",
    "count",
    "sum",
    "min",
    "max",
    "of",
    "where",
    "is",
    "isNot",
    "lessThan",
    "atMost",
    "moreThan",
    "atLeast",
    "between",
    "in",
    "contains",
    "startsWith",
    "endsWith",
    "like",
    "containsAny",
    "containsAll",
    "containsNone",
    "present",
    "anyMatch",
    "allMatch",
    "noneMatch"
})
final class CriterionShape extends OperandShape {

    @NeverNull
    @Nullable
    List<Criterion> all;

    @NeverNull
    @Nullable
    List<Criterion> any;

    @NeverNull
    @Nullable
    Criterion not;

    @JsonProperty("is")
    @NeverNull
    @Nullable
    Operand equal;

    @JsonProperty("isNot")
    @NeverNull
    @Nullable
    Operand notEqual;

    @NeverNull
    @Nullable
    Operand lessThan;

    @NeverNull
    @Nullable
    Operand atMost;

    @NeverNull
    @Nullable
    Operand moreThan;

    @NeverNull
    @Nullable
    Operand atLeast;

    @NeverNull
    @Nullable
    List<Operand> between;

    @NeverNull
    @Nullable
    List<Value> in;

    @NeverNull
    @Nullable
    Operand contains;

    @NeverNull
    @Nullable
    Operand startsWith;

    @NeverNull
    @Nullable
    Operand endsWith;

    @NeverNull
    @Nullable
    Operand like;

    @NeverNull
    @Nullable
    List<Value> containsAny;

    @NeverNull
    @Nullable
    List<Value> containsAll;

    @NeverNull
    @Nullable
    List<Value> containsNone;

    @NeverNull
    @Nullable
    Boolean present;

    @NeverNull
    @Nullable
    Criterion anyMatch;

    @NeverNull
    @Nullable
    Criterion allMatch;

    @NeverNull
    @Nullable
    Criterion noneMatch;

    <C extends Criterion> C toCriterion(Class<C> type) {
        Criterion criterion = toCriterion();
        if (!type.isInstance(criterion)) {
            throw new IllegalArgumentException("a criterion of another type: " + criterion);
        }
        return type.cast(criterion);
    }

    private Criterion toCriterion() {
        List<String> given = given();
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "a criterion needs all, any, not, or an operand and a question such as is, in or atLeast."
                            : "a criterion has " + String.join(" and ", given) + ", but needs one of them.\n"
                                    + "Maybe put each into an object of its own inside \"all\":[...]?");
        }
        if (all == null && any == null && not == null) {
            return question();
        }
        if (!operandsGiven().isEmpty() || of != null || where != null) {
            throw new IllegalArgumentException(given.get(0) + " stands alone, without " + operandsGiven() + ".");
        }
        if (all != null) {
            return new Criterion.All(all);
        }
        return any != null ? new Criterion.Any(any) : new Criterion.Not(some(not));
    }

    private Criterion question() {
        if (anyMatch != null) {
            return new Criterion.Elements(Quantifier.ANY, elementsField(), anyMatch);
        }
        if (allMatch != null) {
            return new Criterion.Elements(Quantifier.ALL, elementsField(), allMatch);
        }
        if (noneMatch != null) {
            return new Criterion.Elements(Quantifier.NONE, elementsField(), noneMatch);
        }
        Operand operand = toOperand();
        if (present != null) {
            return present ? operand.present() : operand.absent();
        }
        if (between != null) {
            return between(operand, between);
        }
        Criterion list = listQuestion(operand);
        return list != null ? list : textOrComparison(operand);
    }

    private @Nullable Criterion listQuestion(Operand operand) {
        if (in != null) {
            return new Criterion.In(operand, in);
        }
        if (containsAny != null) {
            return new Criterion.Contains(operand, Quantifier.ANY, containsAny);
        }
        if (containsAll != null) {
            return new Criterion.Contains(operand, Quantifier.ALL, containsAll);
        }
        return containsNone == null ? null : new Criterion.Contains(operand, Quantifier.NONE, containsNone);
    }

    private Criterion textOrComparison(Operand operand) {
        if (contains != null) {
            return new Criterion.Matches(operand, TextTest.CONTAINS, contains);
        }
        if (startsWith != null) {
            return new Criterion.Matches(operand, TextTest.STARTS_WITH, startsWith);
        }
        if (endsWith != null) {
            return new Criterion.Matches(operand, TextTest.ENDS_WITH, endsWith);
        }
        return like != null ? new Criterion.Matches(operand, TextTest.LIKE, like) : comparison(operand);
    }

    private Criterion comparison(Operand operand) {
        if (equal != null) {
            return operand.is(equal);
        }
        if (notEqual != null) {
            return operand.isNot(notEqual);
        }
        if (lessThan != null) {
            return operand.lessThan(lessThan);
        }
        if (atMost != null) {
            return operand.atMost(atMost);
        }
        return moreThan != null ? operand.moreThan(moreThan) : operand.atLeast(some(atLeast));
    }

    private static Criterion between(Operand operand, List<Operand> ends) {
        if (ends.size() != 2) {
            throw new IllegalArgumentException("between has " + ends.size() + " ends, but needs two: [low, high].");
        }
        return new Criterion.Between(operand, ends.get(0), ends.get(1));
    }

    private String elementsField() {
        if (field == null || operandsGiven().size() != 1) {
            throw new IllegalArgumentException(given().get(0) + " needs field: the one that holds the elements.");
        }
        return field;
    }

    private static <X> X some(@Nullable X given) {
        if (given == null) {
            throw new IllegalStateException("nothing is given");
        }
        return given;
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        addIf(given, "all", all);
        addIf(given, "any", any);
        addIf(given, "not", not);
        addIf(given, "is", equal);
        addIf(given, "isNot", notEqual);
        addIf(given, "lessThan", lessThan);
        addIf(given, "atMost", atMost);
        addIf(given, "moreThan", moreThan);
        addIf(given, "atLeast", atLeast);
        addIf(given, "between", between);
        addIf(given, "in", in);
        addIf(given, "contains", contains);
        addIf(given, "startsWith", startsWith);
        addIf(given, "endsWith", endsWith);
        addIf(given, "like", like);
        addIf(given, "containsAny", containsAny);
        addIf(given, "containsAll", containsAll);
        addIf(given, "containsNone", containsNone);
        addIf(given, "present", present);
        addIf(given, "anyMatch", anyMatch);
        addIf(given, "allMatch", allMatch);
        addIf(given, "noneMatch", noneMatch);
        return given;
    }
}
