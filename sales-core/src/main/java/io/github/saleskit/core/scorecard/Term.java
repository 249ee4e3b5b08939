package io.github.saleskit.core.scorecard;

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

    abstract double logOdds(T lead, int[] codes);

    abstract long points(T lead, int[] codes);

    /** What the part says, in words; null where absent. */
    abstract @Nullable String words(T lead, int[] codes);

    FieldContribution contribution(T lead, int[] codes) {
        return new FieldContribution(
                feature.field.name(),
                Optional.empty(),
                Optional.ofNullable(words(lead, codes)),
                logOdds(lead, codes),
                PointsScale.toInt(points(lead, codes)));
    }

    static <T> Term<T> of(SharedCoder<T> coder, NumberTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.empty());
        return new OfCodes<>(coder, byCode(logOdds, coder.toRanges(term.cuts())), scale);
    }

    static <T> Term<T> of(SharedCoder<T> coder, CategoryTerm term, PointsScale scale) {
        double[] logOdds = figures(term.missing(), term.logOdds(), Stream.of(term.unseen()));
        Texts texts = new Texts(term.values().toArray(String[]::new));
        return new OfCodes<>(coder, byCode(logOdds, coder.toTexts(texts)), scale);
    }

    static <T> Term<T> of(Feature<T> feature, SetTerm term, PointsScale scale) {
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

    private static final class OfCodes<T> extends Term<T> {
        private final int position;
        private final double[] logOdds;
        private final int[] points;

        OfCodes(SharedCoder<T> coder, double[] logOdds, PointsScale scale) {
            super(coder.feature);
            this.position = coder.position;
            this.logOdds = logOdds;
            this.points = toPoints(logOdds, scale);
        }

        @Override
        double logOdds(T lead, int[] codes) {
            return logOdds[codes[position]];
        }

        @Override
        long points(T lead, int[] codes) {
            return points[codes[position]];
        }

        @Override
        @Nullable
        String words(T lead, int[] codes) {
            if (codes[position] == Column.ABSENT) {
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
        double logOdds(T lead, int[] codes) {
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
        long points(T lead, int[] codes) {
            Collection<?> has = feature.members(lead);
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
        String words(T lead, int[] codes) {
            Collection<?> has = feature.members(lead);
            return has.isEmpty() ? null : has.toString();
        }
    }
}
