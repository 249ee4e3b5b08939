package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.FieldSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of fields that the terms of a scorecard look at, sets aside. */
final class SharedCoders<T> {

    private record Key(String field, FieldPart part) {}

    private final FieldSet<T> fields;
    private final Map<Key, SharedCoder<T>> byPart = new LinkedHashMap<>();

    /** For a scorecard that was found to be right. */
    SharedCoders(Scorecard card, FieldSet<T> fields) {
        this.fields = fields;
        card.numbers().forEach(term -> of(term.field(), term.part()).tellApart(term.cuts(), List.of()));
        card.categories().forEach(term -> of(term.field(), term.part()).tellApart(List.of(), term.values()));
        for (PairTerm term : card.pairs()) {
            tellApart(term.first());
            tellApart(term.second());
        }
    }

    private void tellApart(PairSide side) {
        of(side).tellApart(
                        side.cuts(),
                        side.values().stream().flatMap(List::stream).toList());
    }

    SharedCoder<T> of(PairSide side) {
        return of(side.field(), side.part());
    }

    SharedCoder<T> of(String field, FieldPart part) {
        return byPart.computeIfAbsent(
                new Key(field, part),
                key -> new SharedCoder<>(new Feature<>(fields.require(field), part), byPart.size()));
    }

    /** By position. */
    List<Coder<T>> coders() {
        return byPart.values().stream().map(SharedCoder::coder).toList();
    }

    /** How many codes each part has, by position. */
    int[] sizes() {
        return byPart.values().stream().mapToInt(SharedCoder::size).toArray();
    }

    /** By code of its part, the group of a side of a pair. */
    int[] groups(PairSide side) {
        SharedCoder<T> coder = of(side);
        return coder.feature.ordered() ? coder.toRanges(side.cuts()) : coder.toTexts(Texts.ofGroups(side.values()));
    }
}
