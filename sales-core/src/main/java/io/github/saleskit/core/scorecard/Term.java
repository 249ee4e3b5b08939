package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one part of a field gives, prepared for scoring; takes the lead and the codes of its parts. */
abstract class Term<T> {

    final Feature<T> feature;

    Term(Feature<T> feature) {
        this.feature = feature;
    }

    /** What the part says, as a value that never changes; null where absent. */
    abstract @Nullable Object said(T lead, int[] codes);

    /** What was given for what the part said. */
    abstract FieldContribution contribution(int[] codes, @Nullable Object said);

    FieldContribution contribution(@Nullable Object said, double logOdds, long points) {
        return new FieldContribution(
                feature.field.name(),
                feature.part,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(said).map(Object::toString),
                logOdds,
                PointsScale.toInt(points));
    }

    static <T> OfCodes<T> of(SharedCoder<T> coder, NumberTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.empty());
        return new OfCodes<>(coder, byCode(logOdds, coder.toRanges(term.cuts())), scale);
    }

    static <T> OfCodes<T> of(SharedCoder<T> coder, CategoryTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.of(term.unseen()));
        Texts texts = new Texts(term.values().toArray(String[]::new));
        return new OfCodes<>(coder, byCode(logOdds, coder.toTexts(texts)), scale);
    }

    static <T> OfMembers<T> of(Feature<T> feature, SetTerm term, PointsScale scale) {
        return new OfMembers<>(feature, term, scale);
    }

    private static double[] figures(double missing, List<Double> logOdds, Stream<Double> unseen) {
        return Stream.concat(Stream.concat(Stream.of(missing), logOdds.stream()), unseen)
                .mapToDouble(figure -> figure)
                .toArray();
    }

    private static double[] byCode(double[] figures, int[] ownCodes) {
        return Arrays.stream(ownCodes).mapToDouble(code -> figures[code]).toArray();
    }

    static int[] toPoints(double[] logOdds, PointsScale scale) {
        return Arrays.stream(logOdds)
                .mapToInt(figure -> (int) Math.rint(scale.of(figure)))
                .toArray();
    }

    /** Of a part that has a code. */
    static final class OfCodes<T> extends Term<T> {
        final int position;

        /** By code. */
        final double[] logOdds;

        /** By code. */
        final int[] points;

        OfCodes(SharedCoder<T> coder, double[] logOdds, PointsScale scale) {
            super(coder.feature);
            this.position = coder.position;
            this.logOdds = logOdds;
            this.points = toPoints(logOdds, scale);
        }

        @Override
        @Nullable
        Object said(T lead, int[] codes) {
            return codes[position] == Column.ABSENT ? null : feature.said(lead);
        }

        @Override
        FieldContribution contribution(int[] codes, @Nullable Object said) {
            return contribution(said, logOdds[codes[position]], points[codes[position]]);
        }
    }

    /** Of a set. */
    static final class OfMembers<T> extends Term<T> {
        private final String[] members;
        private final double[] logOdds;
        private final int[] points;
        private final double missing;
        private final double present;
        private final int missingPoints;
        private final int presentPoints;

        OfMembers(Feature<T> feature, SetTerm term, PointsScale scale) {
            super(feature);
            members = term.members().toArray(String[]::new);
            logOdds = term.logOdds().stream().mapToDouble(figure -> figure).toArray();
            points = toPoints(logOdds, scale);
            missing = term.missing();
            present = term.present();
            missingPoints = (int) Math.rint(scale.of(missing));
            presentPoints = (int) Math.rint(scale.of(present));
        }

        double logOdds(T lead) {
            return logOdds(feature.members(lead));
        }

        private double logOdds(Collection<?> has) {
            if (has.isEmpty()) {
                return missing;
            }
            double sum = present;
            for (int i = 0; i < members.length; i++) {
                sum += has.contains(members[i]) ? logOdds[i] : 0;
            }
            return sum;
        }

        long points(T lead) {
            return points(feature.members(lead));
        }

        private long points(Collection<?> has) {
            if (has.isEmpty()) {
                return missingPoints;
            }
            long sum = presentPoints;
            for (int i = 0; i < members.length; i++) {
                sum += has.contains(members[i]) ? points[i] : 0;
            }
            return sum;
        }

        @Override
        @Nullable
        Object said(T lead, int[] codes) {
            Collection<?> has = feature.members(lead);
            return has.isEmpty() ? null : new Members(new ArrayList<>(has), logOdds(has), points(has));
        }

        @Override
        FieldContribution contribution(int[] codes, @Nullable Object said) {
            return said instanceof Members has
                    ? contribution(has, has.logOdds, has.points)
                    : contribution(null, missing, missingPoints);
        }
    }

    /** What a set has, with what that gave, as the set itself knows which members it contains. */
    private record Members(List<?> has, double logOdds, long points) {

        /** In natural order, whatever that of the set is. */
        @Override
        public String toString() {
            return has.stream().map(String::valueOf).sorted().toList().toString();
        }
    }
}
