package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns operands into sources over fields; knows what the compilers of questions share. */
final class OperandCompiler<T> {

    private final FieldSet<T> fields;
    private final Binding binding;
    private final Set<String> unbound;
    private final Coercion coercion;

    OperandCompiler(FieldSet<T> fields, Binding binding) {
        this(fields, binding, new TreeSet<>());
    }

    private OperandCompiler(FieldSet<T> fields, Binding binding, Set<String> unbound) {
        this.fields = fields;
        this.binding = binding;
        this.unbound = unbound;
        this.coercion = new Coercion(binding.zone());
    }

    /** For the fields of nested elements. */
    <E> OperandCompiler<E> inside(FieldSet<E> elements) {
        return new OperandCompiler<>(elements, binding, unbound);
    }

    /** The parameters met so far that have no value. */
    Set<String> unbound() {
        return unbound;
    }

    Binding binding() {
        return binding;
    }

    Coercion coercion() {
        return coercion;
    }

    @Nullable
    Field<T> elementsField(String name, Problems at) {
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

    @Nullable
    Field<T> field(String name, Problems at) {
        return fields.field(name, at).orElse(null);
    }

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
        OperandCompiler<E> compiler = inside(inner);
        Node<E> where = aggregate
                .where()
                .map(criterion -> new ConditionCompiler<>(compiler).compile(criterion, at.at("where")))
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
    @Nullable
    Value literal(Operand operand) {
        if (operand instanceof Operand.Parameter parameter) {
            Value value = binding.parameters().get(parameter.name());
            if (value == null) {
                unbound.add(parameter.name());
            }
            return value;
        }
        return operand instanceof Operand.Constant constant ? constant.value() : null;
    }

    static boolean literalOperand(Operand operand) {
        return operand instanceof Operand.Constant || operand instanceof Operand.Parameter;
    }

    static String literalProperty(Operand operand) {
        return operand instanceof Operand.Constant ? "value" : "parameter";
    }

    /** The compiled operand of a question that has no other operand to give a constant its kind. */
    @Nullable
    Source<T> kinded(Operand operand, Problems at) {
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

    static void requireSome(List<Value> values, Problems at) {
        if (values.isEmpty()) {
            at.report("values.none", null, "the list of values is empty");
        }
    }
}
