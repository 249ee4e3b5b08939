package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A term of two fields, prepared for scoring: its figures by cell. */
final class Pair {

    private final PairTerm term;
    private final int first;
    private final int second;

    /** By code of the first part: where its line of cells begins. */
    private final int[] lines;

    /** By code of the second part: the cell in a line. */
    private final int[] places;

    private final double[] logOdds;
    private final int[] points;

    <T> Pair(PairTerm term, SharedCoders<T> shared, PointsScale scale) {
        this.term = term;
        int width = term.second().groups();
        first = shared.of(term.first()).position;
        second = shared.of(term.second()).position;
        lines = Arrays.stream(shared.groups(term.first()))
                .map(group -> group * width)
                .toArray();
        places = shared.groups(term.second());
        logOdds = term.logOdds().stream()
                .flatMap(List::stream)
                .mapToDouble(figure -> figure)
                .toArray();
        points = Term.toPoints(logOdds, scale);
    }

    private int cell(int[] codes) {
        return lines[codes[first]] + places[codes[second]];
    }

    double logOdds(int[] codes) {
        return logOdds[cell(codes)];
    }

    int points(int[] codes) {
        return points[cell(codes)];
    }

    FieldContribution contribution(int[] codes) {
        int cell = cell(codes);
        return new FieldContribution(
                term.first().field(),
                term.first().part(),
                Optional.of(term.second().field()),
                Optional.of(term.second().part()),
                Optional.empty(),
                logOdds[cell],
                points[cell]);
    }
}
