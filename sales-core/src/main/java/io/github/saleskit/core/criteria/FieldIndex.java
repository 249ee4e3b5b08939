package io.github.saleskit.core.criteria;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For each class of a field's values the set of criteria it satisfies. */
abstract class FieldIndex<T> {

    /** The distinct sets, one after the other. */
    final long[] sets;

    /** Where the set of each class begins. */
    final int[] rowOfClass;

    FieldIndex(long[] sets, int[] rowOfClass) {
        this.sets = sets;
        this.rowOfClass = rowOfClass;
    }

    /** Where the set of the record's class begins. */
    final int row(T record) {
        return rowOfClass[classOf(record)];
    }

    abstract int classOf(T record);

    static <T> FieldIndex<T> of(Field<T> field, List<Object> constants, boolean ordered, long[] sets, int[] rows) {
        return switch (field.kind()) {
            case WHOLE -> new OfWholes<>(field, constants, sets, rows);
            case NUMBER -> new OfNumbers<>(field, constants, sets, rows);
            case TEXT ->
                ordered || OfTexts.collide(constants)
                        ? new OfValues<>(field, constants, sets, rows)
                        : new OfTexts<>(field, constants, sets, rows);
            case FLAG -> new OfFlags<>(field, constants, sets, rows);
            default -> new OfValues<>(field, constants, sets, rows);
        };
    }

    /** The class of what a binary search found or did not find. */
    private static int classAt(int found) {
        return found >= 0 ? 2 * found + 2 : 2 * -(found + 1) + 1;
    }

    private static final class OfWholes<T> extends FieldIndex<T> {
        private final ToLongFunction<? super T> accessor;
        private final long[] sorted;

        OfWholes(Field<T> field, List<Object> constants, long[] sets, int[] rows) {
            super(sets, rows);
            this.accessor = field.wholes();
            this.sorted =
                    constants.stream().mapToLong(constant -> (Long) constant).toArray();
        }

        @Override
        int classOf(T record) {
            long value = accessor.applyAsLong(record);
            return value == Field.ABSENT ? ValueClasses.ABSENT : classOf(sorted, value);
        }

        /** Halves the range without a branch on the comparison, which no processor could foresee. */
        private static int classOf(long[] sorted, long value) {
            int low = 0;
            for (int length = sorted.length; length > 0; ) {
                int half = (length + 1) >>> 1;
                low += sorted[low + half - 1] < value ? half : 0;
                length -= half;
            }
            return 2 * low + (low < sorted.length && sorted[low] == value ? 2 : 1);
        }
    }

    private static final class OfNumbers<T> extends FieldIndex<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double[] sorted;

        OfNumbers(Field<T> field, List<Object> constants, long[] sets, int[] rows) {
            super(sets, rows);
            this.accessor = field.numbers();
            this.sorted = constants.stream()
                    .mapToDouble(constant -> (Double) constant)
                    .toArray();
        }

        @Override
        int classOf(T record) {
            double value = accessor.applyAsDouble(record) + 0.0; // makes -0.0 0.0
            return Double.isNaN(value) ? ValueClasses.ABSENT : classAt(Arrays.binarySearch(sorted, value));
        }
    }

    private static final class OfFlags<T> extends FieldIndex<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final int classOfTrue;
        private final int classOfFalse;

        OfFlags(Field<T> field, List<Object> constants, long[] sets, int[] rows) {
            super(sets, rows);
            this.accessor = field.values();
            this.classOfTrue = classAt(Arrays.binarySearch(constants.toArray(), true));
            this.classOfFalse = classAt(Arrays.binarySearch(constants.toArray(), false));
        }

        @Override
        int classOf(T record) {
            Object value = accessor.apply(record);
            return value == null ? ValueClasses.ABSENT : (Boolean) value ? classOfTrue : classOfFalse;
        }
    }

    private static final class OfValues<T> extends FieldIndex<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final Object[] sorted;

        OfValues(Field<T> field, List<Object> constants, long[] sets, int[] rows) {
            super(sets, rows);
            this.accessor = field.values();
            this.sorted = constants.toArray();
        }

        @Override
        int classOf(T record) {
            Object value = accessor.apply(record);
            return value == null ? ValueClasses.ABSENT : classAt(Arrays.binarySearch(sorted, value));
        }
    }

    /** Texts that are only asked for equality; an open-addressing hash table. */
    private static final class OfTexts<T> extends FieldIndex<T> {
        private static final int MOST_ALIKE = 16;

        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final @Nullable String[] table;
        private final int[] classes;

        OfTexts(Field<T> field, List<Object> constants, long[] sets, int[] rows) {
            super(sets, rows);
            this.accessor = field.values();
            this.table = new String[Math.max(4, Integer.highestOneBit(constants.size() + 1) * 4)];
            this.classes = new int[table.length];
            for (int i = 0; i < constants.size(); i++) {
                String constant = (String) constants.get(i);
                int slot = slotOf(constant);
                table[slot] = constant;
                classes[slot] = 2 * i + 2;
            }
        }

        /** Whether so many texts have one hash code, as only an ill-meant list has, that the table would degenerate. */
        static boolean collide(List<Object> constants) {
            return constants.stream()
                    .collect(Collectors.groupingBy(Object::hashCode, TreeMap::new, Collectors.counting()))
                    .values()
                    .stream()
                    .anyMatch(count -> count > MOST_ALIKE);
        }

        /** The slot of the text, or the free one where it would be. */
        private int slotOf(String text) {
            int hash = text.hashCode();
            int slot = (hash ^ hash >>> 16) & table.length - 1;
            while (!isAt(slot, text)) {
                slot = slot + 1 & table.length - 1;
            }
            return slot;
        }

        private boolean isAt(int slot, String text) {
            String there = table[slot];
            return there == null || there.equals(text);
        }

        @Override
        int classOf(T record) {
            if (!(accessor.apply(record) instanceof String text)) {
                return ValueClasses.ABSENT;
            }
            int slot = slotOf(text);
            return table[slot] == null ? ValueClasses.LOWEST : classes[slot];
        }
    }
}
