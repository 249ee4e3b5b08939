package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** Turns comparisons into nodes: two operands, a range, a list of constants. */
final class ComparisonCompiler<T> {

    private final OperandCompiler<T> operands;

    ComparisonCompiler(OperandCompiler<T> operands) {
        this.operands = operands;
    }

    Node<T> compare(Criterion.Compare compare, Problems at) {
        Comparison comparison = compare.comparison();
        return compare(compare.left(), comparison, compare.right(), at, at.at(comparison.property()));
    }

    Node<T> between(Criterion.Between between, Problems at) {
        Node<T> low = compare(between.operand(), Comparison.AT_LEAST, between.low(), at, at.at("between", 0));
        // what is wrong with a field or a calculation was reported by the first look at it
        Problems again = OperandCompiler.literalOperand(between.operand()) ? at : new Problems();
        Node<T> high = compare(between.operand(), Comparison.AT_MOST, between.high(), again, at.at("between", 1));
        return new Node.All<>(nodes(List.of(low, high)));
    }

    private Node<T> compare(Operand left, Comparison comparison, Operand right, Problems atLeft, Problems atRight) {
        if (OperandCompiler.literalOperand(left)) {
            if (OperandCompiler.literalOperand(right)) {
                atLeft.report(
                        "criterion.noField",
                        left + " " + comparison.symbol() + " " + right,
                        "two constants are compared",
                        "Maybe one of them should be a field?");
                return new Node.Never<>();
            }
            return compare(
                    right, comparison.flipped(), left, atRight, atLeft.at(OperandCompiler.literalProperty(left)));
        }
        Source<T> source = operands.source(left, atLeft);
        if (OperandCompiler.literalOperand(right)) {
            return source == null ? new Node.Never<>() : compareLiteral(left, source, comparison, right, atRight);
        }
        Source<T> other = operands.source(right, atRight);
        return source == null || other == null
                ? new Node.Never<>()
                : pair(left, source, comparison, right, other, atRight);
    }

    private Node<T> compareLiteral(Operand left, Source<T> source, Comparison comparison, Operand right, Problems at) {
        if (!comparable(left, source.kind, comparison, at)) {
            return new Node.Never<>();
        }
        Value value = operands.literal(right);
        Object constant = value == null ? null : operands.coercion().coerce(value, source.kind, left.toString(), at);
        return constant == null ? new Node.Never<>() : compareConstant(source, comparison, constant);
    }

    private boolean comparable(Operand operand, FieldKind kind, Comparison comparison, Problems at) {
        if (!kind.scalar()) {
            at.report(
                    "comparison.wrongKind",
                    operand.toString(),
                    operand + " is " + Coercion.words(kind) + ", which cannot be compared",
                    kind == FieldKind.SET
                            ? "Maybe contains, contains any or contains all?"
                            : "Maybe any, all, none or count over its elements?");
            return false;
        }
        if (comparison.ordering() && !kind.ordered()) {
            at.report(
                    "comparison.notOrdered",
                    operand.toString(),
                    operand + " is " + Coercion.words(kind) + ", which is neither less nor more than another",
                    "Maybe = or !=?");
            return false;
        }
        return true;
    }

    private Node<T> compareConstant(Source<T> source, Comparison comparison, Object constant) {
        if (source.kind == FieldKind.INSTANT && constant instanceof LocalDate day) {
            return compareDay(source, comparison, day);
        }
        if (source instanceof Source.OfField<T> ofField && source.kind != FieldKind.MONEY) {
            return compareField(ofField.field, comparison, constant);
        }
        return pair(source, comparison, new Source.OfConstant<>(source.kind, constant));
    }

    /** The field compared with a constant that was coerced to its kind. */
    private Node<T> compareField(Field<T> field, Comparison comparison, Object constant) {
        return switch (field.kind()) {
            case WHOLE -> WholeNodes.Range.of(field, comparison, (Long) constant);
            case NUMBER -> NumberNodes.Range.of(field, comparison, (Double) constant);
            case DECIMAL -> new ValueNodes.Compare<>(field, comparison, (BigDecimal) constant);
            case FLAG -> new ValueNodes.Compare<>(field, comparison, (Boolean) constant);
            case DATE -> new ValueNodes.Compare<>(field, comparison, (LocalDate) constant);
            case INSTANT -> new ValueNodes.Compare<>(field, comparison, (Instant) constant);
            default -> new ValueNodes.Compare<>(field, comparison, (String) constant);
        };
    }

    /** All of the day counts as equal. */
    private Node<T> compareDay(Source<T> source, Comparison comparison, LocalDate day) {
        ZoneId zone = operands.binding().zone();
        if (day.equals(LocalDate.MAX) || !passedOnce(day, zone) || !passedOnce(day.plusDays(1), zone)) {
            return instantAndDay(source, comparison, new Source.OfConstant<>(FieldKind.DATE, day));
        }
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return switch (comparison) {
            case LESS, AT_LEAST -> compareConstant(source, comparison, start);
            case AT_MOST -> compareConstant(source, Comparison.LESS, next);
            case MORE -> compareConstant(source, Comparison.AT_LEAST, next);
            case EQUAL ->
                new Node.All<>(nodes(List.of(
                        compareConstant(source, Comparison.AT_LEAST, start),
                        compareConstant(source, Comparison.LESS, next))));
            case NOT_EQUAL ->
                new Node.Any<>(nodes(List.of(
                        compareConstant(source, Comparison.LESS, start),
                        compareConstant(source, Comparison.AT_LEAST, next))));
        };
    }

    /**
     * Whether the clock never goes back from a day into the one before; St. John's put it back at one minute past
     * midnight.
     */
    private static boolean passedOnce(LocalDate day, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(day.atStartOfDay());
        return change == null || change.isGap() || change.getDateTimeAfter().equals(day.atStartOfDay());
    }

    private Node<T> pair(
            Operand left, Source<T> source, Comparison comparison, Operand right, Source<T> other, Problems at) {
        if (!comparable(left, source.kind, comparison, at) || !comparable(right, other.kind, comparison, at)) {
            return new Node.Never<>();
        }
        if (!source.kind.comparableWith(other.kind)) {
            at.report(
                    "comparison.wrongKinds",
                    right.toString(),
                    left + " is " + Coercion.words(source.kind) + ", but " + right + " is "
                            + Coercion.words(other.kind));
            return new Node.Never<>();
        }
        return pair(source, comparison, other);
    }

    private Node<T> pair(Source<T> left, Comparison comparison, Source<T> right) {
        if (left.kind.temporal() && left.kind != right.kind) {
            return left.kind == FieldKind.INSTANT
                    ? instantAndDay(left, comparison, right)
                    : instantAndDay(right, comparison.flipped(), left);
        }
        if (left.kind == FieldKind.NUMBER || right.kind == FieldKind.NUMBER) {
            return new PairNodes.Numbers<>(left, comparison, right);
        }
        if (left.kind == FieldKind.DECIMAL || right.kind == FieldKind.DECIMAL) {
            return new PairNodes.Decimals<>(left, comparison, right);
        }
        return switch (left.kind) {
            case WHOLE -> new PairNodes.Wholes<>(left, comparison, right);
            case MONEY -> new PairNodes.Moneys<>(left, comparison, right);
            default -> new PairNodes.Values<>(left, comparison, right);
        };
    }

    private Node<T> instantAndDay(Source<T> instant, Comparison comparison, Source<T> day) {
        if (instant instanceof MomentSource<T> moment) {
            return new PairNodes.Values<>(moment.asDay(), comparison, day);
        }
        return new PairNodes.InstantAndDay<>(
                instant, comparison, day, operands.binding().zone());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array
    private Node<T>[] nodes(List<Node<T>> nodes) {
        return nodes.toArray(new Node[0]);
    }

    Node<T> in(Criterion.In in, Problems at) {
        Source<T> source = operands.kinded(in.operand(), at);
        if (source == null || !comparable(in.operand(), source.kind, Comparison.EQUAL, at)) {
            return new Node.Never<>();
        }
        OperandCompiler.requireSome(in.values(), at.at("in"));
        List<Object> constants = new ArrayList<>();
        for (int i = 0; i < in.values().size(); i++) {
            Object constant = operands.coercion()
                    .coerce(in.values().get(i), source.kind, in.operand().toString(), at.at("in", i));
            if (constant != null) {
                constants.add(constant);
            }
        }
        return in(source, constants);
    }

    private Node<T> in(Source<T> source, List<Object> constants) {
        FieldKind kind = source instanceof Source.OfField<T> ? source.kind : FieldKind.MONEY;
        return switch (kind) {
            case WHOLE -> new WholeNodes.In<>(fieldOf(source), cast(constants, Long.class));
            case NUMBER -> new NumberNodes.In<>(fieldOf(source), cast(constants, Double.class));
            case DECIMAL -> new ValueNodes.In<>(fieldOf(source), cast(constants, BigDecimal.class));
            case DATE -> new ValueNodes.In<>(fieldOf(source), cast(constants, LocalDate.class));
            case INSTANT -> instantIn(source, constants);
            case TEXT -> new ValueNodes.TextIn<>(fieldOf(source), cast(constants, String.class));
            default -> anyEqual(source, constants);
        };
    }

    private Node<T> instantIn(Source<T> source, List<Object> constants) {
        return constants.stream().allMatch(Instant.class::isInstance)
                ? new ValueNodes.In<>(fieldOf(source), cast(constants, Instant.class))
                : anyEqual(source, constants);
    }

    private Node<T> anyEqual(Source<T> source, List<Object> constants) {
        return new Node.Any<>(nodes(constants.stream()
                .map(constant -> compareConstant(source, Comparison.EQUAL, constant))
                .toList()));
    }

    private static <T> Field<T> fieldOf(Source<T> source) {
        return ((Source.OfField<T>) source).field;
    }

    private static <V> List<V> cast(List<Object> constants, Class<V> type) {
        return constants.stream().map(type::cast).toList();
    }
}
