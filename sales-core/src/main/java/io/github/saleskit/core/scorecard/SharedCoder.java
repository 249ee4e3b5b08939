package io.github.saleskit.core.scorecard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Codes a part of a field as finely as all terms that look at it need together, so that a record is read once. */
final class SharedCoder<T> {

    final Feature<T> feature;

    /** Where the code of a record stands among those of all parts. */
    final int position;

    private final TreeSet<Double> cuts = new TreeSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    SharedCoder(Feature<T> feature, int position) {
        this.feature = feature;
        this.position = position;
    }

    /** Takes over what a term tells apart; before the codes are asked for. */
    void tellApart(List<Double> moreCuts, List<String> moreTexts) {
        cuts.addAll(moreCuts);
        texts.addAll(moreTexts);
    }

    Coder<T> coder() {
        return feature.ordered()
                ? Coder.ofRanges(feature, List.copyOf(cuts))
                : Coder.ofTexts(feature, new Texts(texts.toArray(String[]::new)));
    }

    /** How many codes there are. */
    int size() {
        return 2 + (feature.ordered() ? cuts.size() : texts.size());
    }

    /** By shared code, the code of a term that has these cuts. */
    int[] toRanges(List<Double> ownCuts) {
        double[] own = ownCuts.stream().mapToDouble(cut -> cut).toArray();
        IntStream lowest = IntStream.of(Column.ABSENT, Coder.rangeOf(own, Double.NEGATIVE_INFINITY));
        return IntStream.concat(lowest, cuts.stream().mapToInt(cut -> Coder.rangeOf(own, cut)))
                .toArray();
    }

    /** By shared code, the code of a term that knows these texts. */
    int[] toTexts(Texts own) {
        IntStream known = texts.stream().mapToInt(own::code);
        return IntStream.concat(IntStream.concat(IntStream.of(Column.ABSENT), known), IntStream.of(own.other()))
                .toArray();
    }
}
