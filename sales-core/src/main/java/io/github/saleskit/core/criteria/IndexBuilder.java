package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes criteria apart into questions to single fields, which are looked up, and the rest. */
final class IndexBuilder<T> {

    /** From how many criteria on it pays to ask a common question once. */
    private static final int SHARED_BY = 4;

    private final List<Condition<T>> conditions;
    private final int words;
    private final BitSet sound = new BitSet();
    private final Map<Field<T>, Map<Integer, List<Node<T>>>> byField = new LinkedHashMap<>();
    private final Map<Left, Asked<T>> left = new LinkedHashMap<>();

    /** A question that is not looked up. */
    private record Left(Criterion criterion, Binding binding) {}

    /** Its compiled form and the criteria it is part of. */
    private record Asked<T>(Node<T> node, List<Integer> by) {}

    IndexBuilder(List<Condition<T>> conditions) {
        this.conditions = List.copyOf(conditions);
        this.words = (conditions.size() + Long.SIZE - 1) / Long.SIZE;
    }

    CriteriaIndex<T> build() {
        for (int i = 0; i < conditions.size(); i++) {
            Condition<T> condition = conditions.get(i);
            if (condition.sound() && condition.missingParameters().isEmpty()) {
                sound.set(i);
                takeApart(condition.criterion(), condition, i);
            }
        }
        List<CriteriaIndex.Shared<T>> shared = new ArrayList<>();
        List<List<Node<T>>> own = new ArrayList<>();
        List<List<Node<T>>> all = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            own.add(new ArrayList<>());
            all.add(new ArrayList<>());
        }
        for (Asked<T> asked : left.values()) {
            asked.by.forEach(criterion -> all.get(criterion).add(asked.node));
            if (asked.by.size() >= SHARED_BY) {
                shared.add(new CriteriaIndex.Shared<>(asked.node, set(asked.by)));
            } else {
                asked.by.forEach(criterion -> own.get(criterion).add(asked.node));
            }
        }
        return assemble(shared, joined(own), joined(all));
    }

    /** The questions of each criterion as one, null where there is none. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays
    private @Nullable Node<T>[] joined(List<List<Node<T>>> questions) {
        @Nullable Node<T>[] joined = new Node[questions.size()];
        for (int i = 0; i < joined.length; i++) {
            List<Node<T>> several = questions.get(i);
            if (several.size() == 1) {
                joined[i] = several.get(0);
            } else if (!several.isEmpty()) {
                joined[i] = new Node.All<>(several.toArray(new Node[0]));
            }
        }
        return joined;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic arrays
    private CriteriaIndex<T> assemble(
            List<CriteriaIndex.Shared<T>> shared, @Nullable Node<T>[] own, @Nullable Node<T>[] all) {
        FieldIndex<T>[] fields = byField.entrySet().stream()
                .map(entry -> index(entry.getKey(), entry.getValue()))
                .toArray(FieldIndex[]::new);
        return new CriteriaIndex<>(
                conditions.size(), words(sound), fields, shared.toArray(new CriteriaIndex.Shared[0]), own, all);
    }

    private void takeApart(Criterion criterion, Condition<T> condition, int position) {
        if (criterion instanceof Criterion.All all) {
            all.criteria().forEach(part -> takeApart(part, condition, position));
            return;
        }
        Node<T> node = new ConditionCompiler<>(new OperandCompiler<>(condition.fields(), condition.binding()))
                .compile(criterion, new Problems());
        Field<T> field = onlyField(node);
        if (field == null) {
            Left question = new Left(criterion, condition.binding());
            left.computeIfAbsent(question, key -> new Asked<>(node, new ArrayList<>()))
                    .by
                    .add(position);
        } else {
            byField.computeIfAbsent(field, key -> new TreeMap<>())
                    .computeIfAbsent(position, key -> new ArrayList<>())
                    .add(node);
        }
    }

    /**
     * The one field, of a kind with classes of values, that the question is about; null if there is none or are
     * several.
     */
    private @Nullable Field<T> onlyField(Node<T> node) {
        if (node instanceof FieldNode<T> ofField) {
            FieldKind kind = ofField.field.kind();
            return kind.scalar() && kind != FieldKind.MONEY ? ofField.field : null;
        }
        if (node instanceof Node.Not<T> not) {
            return onlyField(not.node);
        }
        if (node instanceof Node.All<T> all) {
            return onlyField(all.nodes);
        }
        return node instanceof Node.Any<T> any ? onlyField(any.nodes) : null;
    }

    private @Nullable Field<T> onlyField(Node<T>[] several) {
        Field<T> only = several.length == 0 ? null : onlyField(several[0]);
        for (int i = 1; i < several.length && only != null; i++) {
            only = only.equals(onlyField(several[i])) ? only : null;
        }
        return only;
    }

    private FieldIndex<T> index(Field<T> field, Map<Integer, List<Node<T>>> questions) {
        List<Comparable<?>> constants = new ArrayList<>();
        boolean ordered = false;
        for (List<Node<T>> nodesOfOne : questions.values()) {
            for (Node<T> node : nodesOfOne) {
                ordered |= collect(node, constants);
            }
        }
        ValueClasses<T> classes = new ValueClasses<>(constants);
        Rows rows = new Rows(classes.size(), questions.keySet());
        questions.forEach((criterion, nodesOfOne) -> {
            BitSet satisfied = classes.classesOf(nodesOfOne.get(0));
            nodesOfOne.stream().skip(1).forEach(node -> satisfied.and(classes.classesOf(node)));
            rows.add(criterion, satisfied);
        });
        return rows.toIndex(field, classes, ordered);
    }

    /** Collects the constants; whether an order is asked for. */
    private boolean collect(Node<T> node, List<Comparable<?>> constants) {
        if (node instanceof FieldNode<T> ofField) {
            constants.addAll(ofField.constants());
            return node instanceof ValueNodes.Compare<T, ?> compare && compare.ordering();
        }
        if (node instanceof Node.Not<T> not) {
            return collect(not.node, constants);
        }
        boolean ordered = false;
        for (Node<T> part : node instanceof Node.All<T> all ? all.nodes : ((Node.Any<T>) node).nodes) {
            ordered |= collect(part, constants);
        }
        return ordered;
    }

    private long[] set(List<Integer> criteria) {
        BitSet set = new BitSet();
        criteria.forEach(set::set);
        return words(set);
    }

    private long[] words(BitSet set) {
        return Arrays.copyOf(set.toLongArray(), words);
    }

    /**
     * Makes the sets of all classes by walking over the classes and noting which criteria begin or cease to be
     * satisfied.
     */
    private final class Rows {
        private final List<List<Integer>> changes = new ArrayList<>();
        private final BitSet current = new BitSet();

        Rows(int classes, Iterable<Integer> asking) {
            for (int i = 0; i <= classes; i++) {
                changes.add(new ArrayList<>(0));
            }
            current.set(0, conditions.size());
            asking.forEach(current::clear);
        }

        void add(int criterion, BitSet satisfied) {
            for (int begin = satisfied.nextSetBit(0); begin >= 0; ) {
                int end = satisfied.nextClearBit(begin);
                changes.get(begin).add(criterion);
                changes.get(end).add(criterion);
                begin = satisfied.nextSetBit(end);
            }
        }

        FieldIndex<T> toIndex(Field<T> field, ValueClasses<T> classes, boolean ordered) {
            Map<BitSet, Integer> distinct = new LinkedHashMap<>();
            int[] rowOfClass = new int[classes.size()];
            for (int i = 0; i < rowOfClass.length; i++) {
                changes.get(i).forEach(current::flip);
                Integer known = distinct.get(current);
                if (known == null) {
                    known = Math.multiplyExact(distinct.size(), words);
                    distinct.put((BitSet) current.clone(), known);
                }
                rowOfClass[i] = known;
            }
            return FieldIndex.of(field, classes.sorted(), ordered, flat(distinct), rowOfClass);
        }

        private long[] flat(Map<BitSet, Integer> distinct) {
            long[] flat = new long[distinct.size() * words];
            distinct.forEach((set, row) -> {
                long[] bits = set.toLongArray();
                System.arraycopy(bits, 0, flat, row, bits.length);
            });
            return flat;
        }
    }
}
