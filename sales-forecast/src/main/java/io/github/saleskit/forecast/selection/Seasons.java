package io.github.saleskit.forecast.selection;

import io.github.saleskit.forecast.model.internal.Periodicity;
import io.github.saleskit.forecast.model.internal.SeasonalFigure;
import io.github.saleskit.forecast.series.Granularity;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The seasons of a series: the one that it is said to have, or one that is found in it, and a longer one around it.
 *
 * @param shorter in periods; 1 for none
 * @param longer in periods, perhaps broken; 0 for none
 * @param nested whether the longer one consists of a whole number of shorter ones and is there often enough to be seen
 *     phase by phase, as the week of hourly values
 */
record Seasons(int shorter, double longer, boolean nested) {

    /** Lengths up to this have a state for each phase. */
    static final int LONGEST_PLAIN = 24;

    private static final double WEEKS_A_YEAR = 365.25 / 7;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double WORKING_DAYS_A_YEAR = 365.25 * 5 / 7;
    /** Usual ones; overtones of longer ones win where they suffice. */
    private static final double[] USUAL = {
        4, 5, 6, 7, 8, 10, 12, 13, 24, 26, 48, WEEKS_A_YEAR, 60, 96, 168, WORKING_DAYS_A_YEAR, 288, 336, DAYS_A_YEAR
    };
    /** So that hardly one series in a hundred has one of {@link #USUAL} by chance. */
    private static final double ENOUGH_EVIDENCE = 15;

    private static final int WEEKS = 52;
    /** Of a smooth season; shorter seasons within are not seen by it. */
    static final int MOST_WAVES = 8;

    private static final int FEWEST_VALUES = 80;
    private static final int FEWEST_CYCLES = 2;
    private static final int FEWEST_BEYOND = 10;
    private static final int MOST_SHORTER_ONES = 12;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 7;
    private static final int WORKING_DAYS_A_WEEK = 5;
    private static final int FEWEST_LONGER_ONES = 3;
    private static final double CLEARLY_LESS = 0.9;

    /**
     * Looks at a series.
     *
     * @param y its values without gaps, in logarithms where they are positive
     */
    static Seasons of(TimeSeries series, double[] y) {
        int m = series.seasonLength();
        if (isOfYears(series)) {
            return m > LONGEST_PLAIN ? new Seasons(1, m, false) : new Seasons(m, 0, false);
        }
        int multiple = multiple(m, y);
        if (m > 1 && (m <= LONGEST_PLAIN || multiple > 1)) {
            return around(m, multiple, y);
        }
        return y.length < FEWEST_VALUES ? new Seasons(1, 0, false) : found(m, y);
    }

    /** Months, quarters and years know no season beyond the year, and which that is. */
    private static boolean isOfYears(TimeSeries series) {
        Granularity granularity = series.start().granularity();
        return granularity == Granularity.MONTH
                || granularity == Granularity.QUARTER
                || granularity == Granularity.YEAR;
    }

    /** The one given or a usual one, whichever there is most evidence of, and what is around or within it. */
    private static Seasons found(int given, double[] y) {
        Periodicity periodicity = new Periodicity(y);
        double length = best(periodicity, y, candidates(given));
        int whole = (int) Math.rint(length);
        int multiple = length == whole ? multiple(whole, y) : 1;
        if (length <= LONGEST_PLAIN || multiple > 1) {
            return around(whole, multiple, y);
        }
        double[] within = Arrays.stream(USUAL)
                .filter(usual -> usual * MOST_WAVES < length && usual <= LONGEST_PLAIN)
                .toArray();
        return new Seasons((int) best(periodicity, y, within), length, false);
    }

    private static double[] candidates(int given) {
        double length = given == WEEKS ? WEEKS_A_YEAR : given;
        return given == 1
                ? USUAL
                : DoubleStream.concat(Arrays.stream(USUAL), DoubleStream.of(length))
                        .toArray();
    }

    /** The length of which there is most evidence; 1 when there is not enough of any. */
    private static double best(Periodicity periodicity, double[] y, double[] lengths) {
        double most = ENOUGH_EVIDENCE;
        double best = 1;
        for (double length : lengths) {
            double evidence = isSeen(length, y) ? periodicity.evidence(length) : 0;
            if (evidence > most) {
                most = evidence;
                best = length;
            }
        }
        return best;
    }

    private static boolean isSeen(double length, double[] y) {
        return y.length >= FEWEST_CYCLES * length + FEWEST_BEYOND;
    }

    /** The season around one that is known. */
    private static Seasons around(int m, int multiple, double[] y) {
        if (multiple > 1) {
            return new Seasons(m, (double) multiple * m, true);
        }
        double year = m == DAYS_A_WEEK ? DAYS_A_YEAR : m == WORKING_DAYS_A_WEEK ? WORKING_DAYS_A_YEAR : 0;
        boolean seen = year > 0 && isSeen(year, y) && new Periodicity(without(m, y)).evidence(year) > ENOUGH_EVIDENCE;
        return new Seasons(m, seen ? year : 0, false);
    }

    /** Without the average season, which would drown a smooth one around it. */
    private static double[] without(int m, double[] y) {
        double[] figure = SeasonalFigure.of(y, m, false);
        double[] left = y.clone();
        for (int t = 0; t < left.length && figure != null; t++) {
            left[t] -= figure[t % m];
        }
        return left;
    }

    /**
     * How many shorter seasons make a longer one: seven days of hours or of their parts a week; else the fewest after
     * which values are clearly more alike than after any fewer; 1 for none.
     */
    private static int multiple(int m, double[] y) {
        if (m % HOURS_A_DAY == 0 && isSeenOften(DAYS_A_WEEK, m, y)) {
            return DAYS_A_WEEK;
        }
        int best = 1;
        double least = m > 1 ? CLEARLY_LESS * change(y, m) : 0;
        for (int c = 2; m > 1 && c <= MOST_SHORTER_ONES && isSeenOften(c, m, y); c++) {
            double change = change(y, c * m);
            if (change < least) {
                least = CLEARLY_LESS * change;
                best = c;
            }
        }
        return best;
    }

    private static boolean isSeenOften(int multiple, int m, double[] y) {
        return y.length / (FEWEST_LONGER_ONES * multiple) >= m;
    }

    private static double change(double[] y, int lag) {
        double sum = 0;
        for (int t = lag; t < y.length; t++) {
            sum += Math.abs(y[t] - y[t - lag]);
        }
        return y.length > lag ? sum / (y.length - lag) : Double.POSITIVE_INFINITY;
    }
}
