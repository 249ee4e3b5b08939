package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one part of a field gives, prepared for scoring. */
abstract class Term<T> {

    final Feature<T> feature;

    Term(Feature<T> feature) {
        this.feature = feature;
    }

    abstract double logOdds(T lead);

    abstract int points(T lead);

    /** What the part says, in words; null where absent. */
    abstract @Nullable String words(T lead);

    FieldContribution contribution(T lead) {
        return new FieldContribution(
                feature.field.name(), Optional.empty(), Optional.ofNullable(words(lead)), logOdds(lead), points(lead));
    }

    static <T> Term<T> of(Feature<T> feature, NumberTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.empty());
        return new OfCodes<>(feature, Coder.ofRanges(feature, term.cuts()), logOdds, scale);
    }

    static <T> Term<T> of(Feature<T> feature, CategoryTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.of(term.unseen()));
        Texts texts = new Texts(term.values().toArray(String[]::new));
        return new OfCodes<>(feature, Coder.ofTexts(feature, texts), logOdds, scale);
    }

    static <T> Term<T> of(Feature<T> feature, SetTerm term, PointsScale scale) {
        return new OfMembers<>(feature, term, scale);
    }

    private static double[] figures(double missing, List<Double> logOdds, Stream<Double> unseen) {
        return Stream.concat(Stream.concat(Stream.of(missing), logOdds.stream()), unseen)
                .mapToDouble(figure -> figure)
                .toArray();
    }

    static int[] toPoints(double[] logOdds, PointsScale scale) {
        return Arrays.stream(logOdds)
                .mapToInt(figure -> (int) Math.rint(scale.of(figure)))
                .toArray();
    }

    private static final class OfCodes<T> extends Term<T> {
        private final Coder<T> coder;
        private final double[] logOdds;
        private final int[] points;

        OfCodes(Feature<T> feature, Coder<T> coder, double[] logOdds, PointsScale scale) {
            super(feature);
            this.coder = coder;
            this.logOdds = logOdds;
            this.points = toPoints(logOdds, scale);
        }

        @Override
        double logOdds(T lead) {
            return logOdds[coder.code(lead)];
        }

        @Override
        int points(T lead) {
            return points[coder.code(lead)];
        }

        @Override
        @Nullable
        String words(T lead) {
            if (coder.code(lead) == Column.ABSENT) {
                return null;
            }
            return feature.part == FieldPart.VALUE ? String.valueOf(feature.field.value(lead)) : feature.text(lead);
        }
    }

    private static final class OfMembers<T> extends Term<T> {
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

        @Override
        double logOdds(T lead) {
            Collection<?> has = feature.members(lead);
            if (has.isEmpty()) {
                return missing;
            }
            double sum = present;
            for (int i = 0; i < members.length; i++) {
                sum += has.contains(members[i]) ? logOdds[i] : 0;
            }
            return sum;
        }

        @Override
        int points(T lead) {
            Collection<?> has = feature.members(lead);
            if (has.isEmpty()) {
                return missingPoints;
            }
            int sum = presentPoints;
            for (int i = 0; i < members.length; i++) {
                sum += has.contains(members[i]) ? points[i] : 0;
            }
            return sum;
        }

        @Override
        @Nullable
        String words(T lead) {
            Collection<?> has = feature.members(lead);
            return has.isEmpty() ? null : has.toString();
        }
    }
}
