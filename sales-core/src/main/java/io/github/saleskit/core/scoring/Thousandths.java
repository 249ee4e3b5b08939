package io.github.saleskit.core.scoring;

import java.math.BigDecimal;

/**
 * Points as whole numbers of thousandths, so that sums are exact and cost nothing.
 *
 * <p>10,000 rules of at most {@link #MOST} add up to less than 2<sup>53</sup>, so that a total is exact as a double as
 * well.
 */
final class Thousandths {

    static final int PLACES = 3;
    static final long POINT = 1_000;

    /** The most that one rule gives, for however many events. */
    static final long MOST = ScoringModel.MOST_POINTS_OF_A_RULE * POINT;

    private Thousandths() {}

    static long of(int points) {
        return points * POINT;
    }

    /** Of points that were checked to have at most three places and to be within the limits. */
    static long of(BigDecimal points) {
        return points.movePointRight(PLACES).longValueExact();
    }

    /** The points, without zeros at the end. */
    static BigDecimal toPoints(long thousandths) {
        return plain(BigDecimal.valueOf(thousandths, PLACES));
    }

    /** The same number without zeros at the end and, if it is no larger than 10^18, without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long digits = (long) stripped.precision() - stripped.scale();
        return stripped.scale() < 0 && digits <= 18 ? stripped.setScale(0) : stripped;
    }

    /** Rounded to the nearest, ties to the even one, and at most {@link #MOST} either way. */
    static long rounded(double thousandths) {
        return (long) Math.rint(Math.max(-MOST, Math.min(MOST, thousandths)));
    }

    /** Whether the number has more than three decimal places; in constant time, however many. */
    static boolean tooFine(BigDecimal number) {
        return number.stripTrailingZeros().scale() > PLACES;
    }
}
