package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns a criterion into nodes over fields, and reports every problem at its place in the criterion's JSON. */
final class ConditionCompiler<T> {

    private final FieldSet<T> fields;
    private final Binding binding;
    private final Set<String> unbound;
    private final Coercion coercion;

    ConditionCompiler(FieldSet<T> fields, Binding binding) {
        this(fields, binding, new TreeSet<>());
    }

    private ConditionCompiler(FieldSet<T> fields, Binding binding, Set<String> unbound) {
        this.fields = fields;
        this.binding = binding;
        this.unbound = unbound;
        this.coercion = new Coercion(binding.zone());
    }

    <E> ConditionCompiler<E> inside(FieldSet<E> elements) {
        return new ConditionCompiler<>(elements, binding, unbound);
    }

    /** The parameters met so far that have no value. */
    Set<String> unbound() {
        return unbound;
    }

    Node<T> compile(Criterion criterion, Problems at) {
        if (criterion instanceof Criterion.All all) {
            return new Node.All<>(compile(all.criteria(), at.at("all")));
        }
        if (criterion instanceof Criterion.Any any) {
            return new Node.Any<>(compile(any.criteria(), at.at("any")));
        }
        if (criterion instanceof Criterion.Not not) {
            boolean absent = not.criterion() instanceof Criterion.Present;
            return new Node.Not<>(compile(not.criterion(), absent ? at : at.at("not")));
        }
        if (criterion instanceof Criterion.Elements elements) {
            return elements(elements, at);
        }
        return question(criterion, at);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array
    private Node<T>[] compile(List<Criterion> criteria, Problems at) {
        Node<T>[] nodes = new Node[criteria.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compile(criteria.get(i), at.at(i));
        }
        return nodes;
    }

    private Node<T> question(Criterion criterion, Problems at) {
        if (criterion instanceof Criterion.Compare compare) {
            return compare(
                    compare.left(),
                    compare.comparison(),
                    compare.right(),
                    at,
                    at.at(compare.comparison().property()));
        }
        if (criterion instanceof Criterion.Between between) {
            return between(between, at);
        }
        if (criterion instanceof Criterion.In in) {
            return in(in, at);
        }
        if (criterion instanceof Criterion.Matches matches) {
            return matches(matches, at);
        }
        if (criterion instanceof Criterion.Contains contains) {
            return contains(contains, at);
        }
        return present((Criterion.Present) criterion, at);
    }

    private Node<T> elements(Criterion.Elements elements, Problems at) {
        Field<T> field = elementsField(elements.each(), at.at("field"));
        return field == null
                ? new Node.Never<>()
                : quantified(elements, field, field.elements().orElseThrow(), at);
    }

    private <E> Node<T> quantified(Criterion.Elements elements, Field<T> field, FieldSet<E> inner, Problems at) {
        Node<E> node = inside(inner)
                .compile(elements.criterion(), at.at(elements.quantifier().property()));
        return new ElementNodes.Quantified<>(elements.quantifier(), field, node);
    }

    private @Nullable Field<T> elementsField(String name, Problems at) {
        Field<T> field = field(name, at);
        if (field != null && field.kind() != FieldKind.EACH) {
            at.report(
                    "field.noElements",
                    name,
                    "\"" + name + "\" is " + Coercion.words(field.kind()) + ", not a list of elements");
            return null;
        }
        return field;
    }

    private @Nullable Field<T> field(String name, Problems at) {
        Field<T> field = fields.field(name).orElse(null);
        if (field == null) {
            at.report(
                    "field.unknown",
                    name,
                    "there is no field \"" + name + "\"",
                    Problems.suggest(name, fields.names()));
        }
        return field;
    }

    // ---- operands

    /** The compiled operand; null when it is a constant, a parameter, or wrong, which is reported. */
    @Nullable
    Source<T> source(Operand operand, Problems at) {
        if (operand instanceof Operand.Reference reference) {
            Field<T> field = field(reference.field(), at.at("field"));
            return field == null ? null : new Source.OfField<>(field);
        }
        if (operand instanceof Operand.Moment moment) {
            return new MomentSource<>(moment, moment.today() ? FieldKind.DATE : FieldKind.INSTANT, binding);
        }
        return operand instanceof Operand.Aggregate aggregate ? aggregate(aggregate, at) : null;
    }

    private @Nullable Source<T> aggregate(Operand.Aggregate aggregate, Problems at) {
        boolean counted = aggregate.of().isEmpty();
        Problems atEach = at.at(counted ? "count" : "of");
        Field<T> field = field(aggregate.each(), atEach);
        if (field == null) {
            return null;
        }
        if (counted && aggregate.where().isEmpty() && field.kind() == FieldKind.SET) {
            return new ElementNodes.Count<>(field, null);
        }
        return elementsField(aggregate.each(), atEach) == null
                ? null
                : aggregate(aggregate, field, field.elements().orElseThrow(), at);
    }

    private <E> @Nullable Source<T> aggregate(
            Operand.Aggregate aggregate, Field<T> field, FieldSet<E> inner, Problems at) {
        ConditionCompiler<E> compiler = inside(inner);
        Node<E> where = aggregate
                .where()
                .map(criterion -> compiler.compile(criterion, at.at("where")))
                .orElse(null);
        if (aggregate.of().isEmpty()) {
            return new ElementNodes.Count<>(field, where);
        }
        Problems atOf = at.at(aggregate.function().word());
        Field<E> of = compiler.field(aggregate.of().get(), atOf);
        if (of == null || !calculable(aggregate.function(), of, atOf)) {
            return null;
        }
        return aggregate(aggregate.function(), field, of, where == null ? new Node.All<>(none()) : where);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array
    private static <E> Node<E>[] none() {
        return new Node[0];
    }

    private static <T, E> Source<T> aggregate(AggregateFunction function, Field<T> field, Field<E> of, Node<E> where) {
        return switch (of.kind()) {
            case WHOLE -> new ElementNodes.Wholes<>(function, field, of, where);
            case NUMBER -> new ElementNodes.Numbers<>(function, field, of, where);
            default -> new ElementNodes.Values<>(function, field, of, where);
        };
    }

    private static boolean calculable(AggregateFunction function, Field<?> of, Problems at) {
        FieldKind kind = of.kind();
        boolean possible =
                function == AggregateFunction.SUM ? kind.numeric() || kind == FieldKind.MONEY : kind.ordered();
        if (!possible) {
            at.report(
                    "aggregate.wrongKind",
                    of.name(),
                    "\"" + of.name() + "\" is " + Coercion.words(kind) + ", which has no " + function.word());
        }
        return possible;
    }

    /** The constant or the value of the parameter; null where the operand is neither, or the parameter has no value. */
    private @Nullable Value literal(Operand operand) {
        if (operand instanceof Operand.Parameter parameter) {
            Value value = binding.parameters().get(parameter.name());
            if (value == null) {
                unbound.add(parameter.name());
            }
            return value;
        }
        return operand instanceof Operand.Constant constant ? constant.value() : null;
    }

    private static boolean literalOperand(Operand operand) {
        return operand instanceof Operand.Constant || operand instanceof Operand.Parameter;
    }

    // ---- comparisons

    private Node<T> between(Criterion.Between between, Problems at) {
        Node<T> low = compare(between.operand(), Comparison.AT_LEAST, between.low(), at, at.at("between", 0));
        // what is wrong with a field or a calculation was reported by the first look at it
        Problems again = literalOperand(between.operand()) ? at : new Problems();
        Node<T> high = compare(between.operand(), Comparison.AT_MOST, between.high(), again, at.at("between", 1));
        return new Node.All<>(nodes(List.of(low, high)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array
    private Node<T>[] nodes(List<Node<T>> nodes) {
        return nodes.toArray(new Node[0]);
    }

    private Node<T> compare(Operand left, Comparison comparison, Operand right, Problems atLeft, Problems atRight) {
        if (literalOperand(left)) {
            if (literalOperand(right)) {
                atLeft.report(
                        "criterion.noField",
                        left + " " + comparison.symbol() + " " + right,
                        "two constants are compared",
                        "Maybe one of them should be a field?");
                return new Node.Never<>();
            }
            return compare(right, comparison.flipped(), left, atRight, atLeft.at(literalProperty(left)));
        }
        Source<T> source = source(left, atLeft);
        if (literalOperand(right)) {
            return source == null ? new Node.Never<>() : compareLiteral(left, source, comparison, right, atRight);
        }
        Source<T> other = source(right, atRight);
        return source == null || other == null
                ? new Node.Never<>()
                : pair(left, source, comparison, right, other, atRight);
    }

    private static String literalProperty(Operand operand) {
        return operand instanceof Operand.Constant ? "value" : "parameter";
    }

    private Node<T> compareLiteral(Operand left, Source<T> source, Comparison comparison, Operand right, Problems at) {
        if (!comparable(left, source.kind, comparison, at)) {
            return new Node.Never<>();
        }
        Value value = literal(right);
        Object constant = value == null ? null : coercion.coerce(value, source.kind, left.toString(), at);
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
            case WHOLE -> FieldNodes.WholeRange.of(field, comparison, (Long) constant);
            case NUMBER -> FieldNodes.NumberRange.of(field, comparison, (Double) constant);
            case DECIMAL -> new FieldNodes.ValueCompare<>(field, comparison, (BigDecimal) constant);
            case FLAG -> new FieldNodes.ValueCompare<>(field, comparison, (Boolean) constant);
            case DATE -> new FieldNodes.ValueCompare<>(field, comparison, (LocalDate) constant);
            case INSTANT -> new FieldNodes.ValueCompare<>(field, comparison, (Instant) constant);
            default -> new FieldNodes.ValueCompare<>(field, comparison, (String) constant);
        };
    }

    /** All of the day counts as equal. */
    private Node<T> compareDay(Source<T> source, Comparison comparison, LocalDate day) {
        Instant start = day.atStartOfDay(binding.zone()).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(binding.zone()).toInstant();
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
        return day instanceof MomentSource<T> moment
                ? new PairNodes.InstantAndMoment<>(instant, comparison, moment)
                : new PairNodes.InstantAndDay<>(instant, comparison, day, binding.zone());
    }

    // ---- lists and texts

    private Node<T> in(Criterion.In in, Problems at) {
        Source<T> source = kinded(in.operand(), at);
        if (source == null || !comparable(in.operand(), source.kind, Comparison.EQUAL, at)) {
            return new Node.Never<>();
        }
        requireSome(in.values(), at.at("in"));
        List<Object> constants = new ArrayList<>();
        for (int i = 0; i < in.values().size(); i++) {
            Object constant = coercion.coerce(
                    in.values().get(i), source.kind, in.operand().toString(), at.at("in", i));
            if (constant != null) {
                constants.add(constant);
            }
        }
        return in(source, constants);
    }

    private Node<T> in(Source<T> source, List<Object> constants) {
        FieldKind kind = source instanceof Source.OfField<T> ? source.kind : FieldKind.MONEY;
        return switch (kind) {
            case WHOLE -> new FieldNodes.WholeIn<>(fieldOf(source), cast(constants, Long.class));
            case DECIMAL -> new FieldNodes.DecimalIn<>(fieldOf(source), cast(constants, BigDecimal.class));
            case TEXT -> new FieldNodes.TextIn<>(fieldOf(source), cast(constants, String.class));
            default ->
                new Node.Any<>(nodes(constants.stream()
                        .map(constant -> compareConstant(source, Comparison.EQUAL, constant))
                        .toList()));
        };
    }

    private static <T> Field<T> fieldOf(Source<T> source) {
        return ((Source.OfField<T>) source).field;
    }

    private static <V> List<V> cast(List<Object> constants, Class<V> type) {
        return constants.stream().map(type::cast).toList();
    }

    /** The compiled operand of a question that has no other operand to give a constant its kind. */
    private @Nullable Source<T> kinded(Operand operand, Problems at) {
        if (literalOperand(operand)) {
            at.at(literalProperty(operand))
                    .report(
                            "criterion.noField",
                            operand.toString(),
                            "a constant is asked, not a field",
                            "Maybe turn the question round?");
        }
        return source(operand, at);
    }

    private static void requireSome(List<Value> values, Problems at) {
        if (values.isEmpty()) {
            at.report("values.none", null, "the list of values is empty");
        }
    }

    private Node<T> matches(Criterion.Matches matches, Problems at) {
        Source<T> source = kinded(matches.operand(), at);
        Problems atText = at.at(matches.test().property());
        Source<T> text = text(matches, atText);
        if (source == null || !textual(matches, source, atText) || text == null) {
            return new Node.Never<>();
        }
        if (source.kind == FieldKind.SET) {
            return new TextNodes.Member<>(source, text);
        }
        if (matches.test() != TextTest.LIKE) {
            return new TextNodes.Test<>(source, matches.test(), text);
        }
        return like(source, matches.text(), atText);
    }

    private boolean textual(Criterion.Matches matches, Source<T> source, Problems at) {
        boolean possible =
                source.kind == FieldKind.TEXT || (source.kind == FieldKind.SET && matches.test() == TextTest.CONTAINS);
        if (!possible) {
            at.report(
                    "text.wrongKind",
                    matches.operand().toString(),
                    matches.operand() + " is " + Coercion.words(source.kind) + ", which does not know "
                            + matches.test().words(),
                    source.kind == FieldKind.SET ? "Maybe contains?" : null);
        }
        return possible;
    }

    /** The text that is looked for; null when a parameter has no value, or it is no text, which is reported. */
    private @Nullable Source<T> text(Criterion.Matches matches, Problems at) {
        if (literalOperand(matches.text())) {
            Value value = literal(matches.text());
            Object text = value == null
                    ? null
                    : coercion.coerce(value, FieldKind.TEXT, matches.test().words(), at);
            return text == null ? null : new Source.OfConstant<>(FieldKind.TEXT, text);
        }
        Source<T> source = source(matches.text(), at);
        if (source != null && source.kind != FieldKind.TEXT) {
            at.report(
                    "text.wrongKind",
                    matches.text().toString(),
                    matches.text() + " is " + Coercion.words(source.kind) + ", not a text");
            return null;
        }
        return source;
    }

    private Node<T> like(Source<T> source, Operand operand, Problems at) {
        if (!literalOperand(operand)) {
            at.report("glob.notConstant", operand.toString(), "a glob has to be a constant or a parameter");
            return new Node.Never<>();
        }
        String pattern = String.valueOf(literal(operand) instanceof Value.Text constant ? constant.text() : "");
        try {
            return new TextNodes.Like<>(source, Glob.of(pattern));
        } catch (IllegalArgumentException e) {
            at.report("glob.invalid", pattern, String.valueOf(e.getMessage()));
            return new Node.Never<>();
        }
    }

    private Node<T> contains(Criterion.Contains contains, Problems at) {
        Source<T> source = kinded(contains.operand(), at);
        Problems atValues = at.at("contains" + capitalised(contains.quantifier()));
        requireSome(contains.values(), atValues);
        if (source == null) {
            return new Node.Never<>();
        }
        if (source.kind != FieldKind.SET && source.kind != FieldKind.TEXT) {
            at.report(
                    "text.wrongKind",
                    contains.operand().toString(),
                    contains.operand() + " is " + Coercion.words(source.kind) + ", which contains nothing",
                    source.kind.scalar() ? "Maybe in?" : "Maybe any, all, none or count over its elements?");
            return new Node.Never<>();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < contains.values().size(); i++) {
            Object text = coercion.coerce(
                    contains.values().get(i), FieldKind.TEXT, "a member of " + contains.operand(), atValues.at(i));
            if (text != null) {
                texts.add((String) text);
            }
        }
        return new TextNodes.Contains<>(source, contains.quantifier(), texts.toArray(String[]::new));
    }

    private static String capitalised(Quantifier quantifier) {
        return switch (quantifier) {
            case ANY -> "Any";
            case ALL -> "All";
            case NONE -> "None";
        };
    }

    private Node<T> present(Criterion.Present present, Problems at) {
        Source<T> source = kinded(present.operand(), at);
        if (source == null) {
            return new Node.Never<>();
        }
        return source instanceof Source.OfField<T> ofField
                ? new FieldNodes.Present<>(ofField.field)
                : new PairNodes.Present<>(source);
    }
}
