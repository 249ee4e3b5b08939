package io.github.saleskit.core.scorecard;

import java.util.List;

/** Gives the code of a part of a record: 0 where absent. */
abstract class Coder<T> {

    abstract int code(T record);

    static <T> Coder<T> ofRanges(Feature<T> feature, List<Double> cuts) {
        return new OfRanges<>(
                feature, CutTable.of(cuts.stream().mapToDouble(cut -> cut).toArray()));
    }

    static <T> Coder<T> ofTexts(Feature<T> feature, Texts texts) {
        return new OfTexts<>(feature, texts);
    }

    /** 1 for the lowest range; a value that equals a cut is in the range above it; 0 for NaN. */
    static int rangeOf(double[] cuts, double value) {
        if (Double.isNaN(value)) {
            return Column.ABSENT;
        }
        int low = 0;
        for (int length = cuts.length; length > 0; ) {
            int half = (length + 1) >>> 1;
            low += cuts[low + half - 1] <= value ? half : 0;
            length -= half;
        }
        return low + 1;
    }

    private static final class OfRanges<T> extends Coder<T> {
        private final Feature<T> feature;
        private final CutTable cuts;

        OfRanges(Feature<T> feature, CutTable cuts) {
            this.feature = feature;
            this.cuts = cuts;
        }

        @Override
        int code(T record) {
            return cuts.rangeOf(feature.number(record));
        }
    }

    private static final class OfTexts<T> extends Coder<T> {
        private final Feature<T> feature;
        private final Texts texts;

        OfTexts(Feature<T> feature, Texts texts) {
            this.feature = feature;
            this.texts = texts;
        }

        @Override
        int code(T record) {
            return texts.code(feature.text(record));
        }
    }
}
