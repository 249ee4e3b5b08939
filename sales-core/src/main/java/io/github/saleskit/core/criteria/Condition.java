package io.github.saleskit.core.criteria;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The engine for one criterion: says whether a record matches, and why.
 *
 * <pre>{@code
 * Condition<Prospect> big = Condition.compile(Criterion.parse("employees >= :minimum"), fields)
 *         .withParameter("minimum", 200);
 * big.matches(prospect, now);
 * }</pre>
 *
 * <p>Matching takes time linear in the size of the criterion and allocates nothing, with these exceptions: sums of
 * decimals and of money, comparisons of a decimal with a whole field, the iterators of nested elements that are in no
 * random-access list, and the first use of a new {@code now} by a moment relative to it.
 *
 * <p>Days are those of UTC and business days Monday to Friday until {@link #inZone} and {@link #withCalendar} say
 * otherwise.
 *
 * <p>Immutable and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type
 */
public final class Condition<T> {

    private final Criterion criterion;
    private final FieldSet<T> fields;
    private final Binding binding;
    private final Node<T> node;
    private final Set<String> unbound;
    private final boolean sound;

    private Condition(
            Criterion criterion,
            FieldSet<T> fields,
            Binding binding,
            Node<T> node,
            Set<String> unbound,
            boolean sound) {
        this.criterion = criterion;
        this.fields = fields;
        this.binding = binding;
        this.node = node;
        this.unbound = unbound;
        this.sound = sound;
    }

    /**
     * Compiles a criterion.
     *
     * @throws DefinitionException with every problem, each with a JSON Pointer into the criterion's JSON
     */
    public static <T> Condition<T> compile(Criterion criterion, FieldSet<T> fields) {
        Problems problems = new Problems();
        Condition<T> condition = compile(criterion, fields, problems);
        problems.throwIfAny("criterion " + shortened(criterion));
        return condition;
    }

    /**
     * Compiles a criterion that is part of a larger definition.
     *
     * @param at where the criterion stands; problems are reported there
     * @return a condition that matches nothing if the criterion has problems
     */
    public static <T> Condition<T> compile(Criterion criterion, FieldSet<T> fields, Problems at) {
        return compile(requireNonNull(criterion, "criterion"), requireNonNull(fields, "fields"), Binding.NONE, at);
    }

    /**
     * Compiles a criterion that is part of a larger definition which has no way of giving parameters a value: each of
     * them is reported.
     *
     * @param at where the criterion stands; problems are reported there
     * @return a condition that matches nothing if the criterion has problems other than parameters
     */
    public static <T> Condition<T> compileWithoutParameters(Criterion criterion, FieldSet<T> fields, Problems at) {
        Condition<T> condition = compile(criterion, fields, at);
        for (String parameter : condition.missingParameters()) {
            at.report(
                    "parameter.missing",
                    parameter,
                    "the criterion has no parameters here",
                    "Maybe write the value into the criterion?");
        }
        return condition;
    }

    private static <T> Condition<T> compile(Criterion criterion, FieldSet<T> fields, Binding binding, Problems at) {
        long before = at.total();
        OperandCompiler<T> operands = new OperandCompiler<>(fields, binding);
        Node<T> node = new ConditionCompiler<>(operands).compile(criterion, at);
        if (at.total() > before) {
            return new Condition<>(criterion, fields, binding, new Node.Never<>(), Set.of(), false);
        }
        Set<String> unbound = operands.unbound();
        Node<T> asked = unbound.isEmpty() ? node : new Unbound<>(unbound);
        return new Condition<>(criterion, fields, binding, asked, unbound, true);
    }

    private static String shortened(Criterion criterion) {
        String text = criterion.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    /** Asked in place of a condition whose parameters are not all given. */
    private static final class Unbound<T> extends Node<T> {
        private final Set<String> names;

        Unbound(Set<String> names) {
            this.names = names;
        }

        @Override
        boolean test(T record, Instant now) {
            String first = names.iterator().next();
            throw new IllegalStateException("parameters without a value: " + String.join(", ", names)
                    + ".\nMaybe condition.withParameter(\"" + first + "\", ...)?");
        }
    }

    /** The criterion it was compiled from. */
    public Criterion criterion() {
        return criterion;
    }

    /** The fields it was compiled for. */
    public FieldSet<T> fields() {
        return fields;
    }

    /** The parameters that still need a value, in their natural order. */
    public Set<String> missingParameters() {
        return unbound;
    }

    /** The same condition with the days and local times of a zone. */
    public Condition<T> inZone(ZoneId zone) {
        return bound(binding.withZone(requireNonNull(zone, "zone")));
    }

    /** The same condition with other business days, such as {@code calendar::plusBusinessDays}. */
    public Condition<T> withCalendar(BusinessDays businessDays) {
        return bound(binding.withBusinessDays(requireNonNull(businessDays, "businessDays")));
    }

    /**
     * The same condition with a value for a parameter; a name that the criterion does not use is ignored.
     *
     * @param value a constant as {@link Value#of} takes it
     * @throws IllegalArgumentException when the value does not fit what it is compared with
     */
    public Condition<T> withParameter(String name, Object value) {
        return bound(binding.withParameter(FieldNames.require(name), Value.of(value)));
    }

    private Condition<T> bound(Binding newBinding) {
        if (!sound) {
            return this;
        }
        Problems problems = new Problems();
        Condition<T> condition = compile(criterion, fields, newBinding, problems);
        if (!problems.isEmpty()) {
            List<Problem> found = problems.toList();
            throw new IllegalArgumentException("a parameter does not fit.\n" + found.get(0));
        }
        return condition;
    }

    /**
     * Whether the record matches.
     *
     * @param now what the criterion's {@code now} and {@code today} mean
     * @throws IllegalStateException when a parameter has no value
     */
    public boolean matches(T record, Instant now) {
        return node.test(record, now);
    }

    /** Says why the record matches or does not, with the values it has; slower than {@link #matches} and allocates. */
    public Explanation explain(T record, Instant now) {
        if (!sound) {
            return new Explanation(
                    false, List.of(Reason.of("core.criteria.unsound", "criterion", shortened(criterion))));
        }
        boolean matched = matches(record, now);
        Explainer<T> explainer = new Explainer<>(new OperandCompiler<>(fields, binding), record, now);
        return new Explanation(matched, List.of(explainer.explain(criterion)));
    }

    /** Whether the criterion compiled without problems. */
    boolean sound() {
        return sound;
    }

    Binding binding() {
        return binding;
    }

    /** The text form of the criterion. */
    @Override
    public String toString() {
        return criterion.toString();
    }
}
