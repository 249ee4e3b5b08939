package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads records and cuts their fields into coded columns; the order of the records plays no part in how. */
final class ColumnLearner<T> {

    private static final int MOST_RANGES = 128;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_MEMBERS = 60;
    private static final int LEAST_ROWS = 2;

    private final List<T> records;
    private final List<Column> columns = new ArrayList<>();
    private final List<char[]> codes = new ArrayList<>();

    ColumnLearner(List<T> records, List<Field<T>> fields) {
        this.records = records;
        for (Field<T> field : fields) {
            for (FieldPart part : Feature.parts(field)) {
                learn(new Feature<>(field, part));
            }
        }
    }

    /** The records as codes, in their order. */
    CodedTable table(byte[] won) {
        return new CodedTable(List.copyOf(columns), codes.toArray(char[][]::new), won);
    }

    private void learn(Feature<T> feature) {
        if (feature.ordered()) {
            learnNumbers(feature);
        } else if (feature.part == FieldPart.MEMBER) {
            learnMembers(feature);
        } else {
            learnTexts(feature);
        }
    }

    private void learnNumbers(Feature<T> feature) {
        double[] numbers = records.stream().mapToDouble(feature::number).toArray();
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .map(number -> number + 0.0)
                .toArray();
        Arrays.sort(sorted);
        Column column = ranges(feature, sorted);
        char[] coded = new char[numbers.length];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = (char) Coder.rangeOf(column.cuts, numbers[i]);
        }
        add(column, coded);
    }

    /** Ranges of about equally many rows, as many as there are values where those are few. */
    private static Column ranges(Feature<?> feature, double[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        double least = distinct <= MOST_RANGES ? 0 : (double) sorted.length / MOST_RANGES;
        List<Double> cuts = new ArrayList<>();
        List<Double> means = new ArrayList<>(List.of(0.0));
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            boolean last = i == sorted.length;
            if (last || (sorted[i] != sorted[i - 1] && i - start >= least)) {
                means.add(mean(sorted, start, i));
                if (!last) {
                    cuts.add(between(sorted[i - 1], sorted[i]));
                }
                start = i;
            }
        }
        if (sorted.length == 0) {
            means.add(0.0);
        }
        return Column.ordered(feature.field.name(), feature.part, toArray(cuts), toArray(means));
    }

    /** In the middle, without overflow; the upper one where there is nothing between. */
    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle > lower && middle <= upper ? middle : upper;
    }

    private static double mean(double[] sorted, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += (sorted[i] - mean) / (i - from + 1);
        }
        return Double.isFinite(mean) ? mean : sorted[(from + to) / 2];
    }

    private static double[] toArray(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    private void learnTexts(Feature<T> feature) {
        @Nullable String[] texts = records.stream().map(feature::text).toArray(String[]::new);
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            if (text != null) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        String[] values = most(counts, MOST_VALUES);
        Texts known = new Texts(values);
        char[] coded = new char[texts.length];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = (char) known.code(texts[i]);
        }
        add(Column.nominal(feature.field.name(), feature.part, values), coded);
    }

    /** The most frequent texts, but none that stands alone; in natural order. */
    private static String[] most(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_ROWS)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new);
    }

    private void learnMembers(Feature<T> feature) {
        Map<String, Integer> counts = new TreeMap<>();
        for (T record : records) {
            for (Object member : new LinkedHashSet<Object>(feature.members(record))) {
                counts.merge(String.valueOf(member), 1, Integer::sum);
            }
        }
        for (String member : most(counts, MOST_MEMBERS)) {
            Column column = Column.member(feature.field.name(), member);
            char[] coded = new char[records.size()];
            for (int i = 0; i < coded.length; i++) {
                Collection<?> members = feature.members(records.get(i));
                coded[i] = (char) (members.isEmpty() ? Column.ABSENT : members.contains(member) ? 1 : column.other());
            }
            add(column, coded);
        }
    }

    private void add(Column column, char[] coded) {
        columns.add(column);
        codes.add(coded);
    }
}
