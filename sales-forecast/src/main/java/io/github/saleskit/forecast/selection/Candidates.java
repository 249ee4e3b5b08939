package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.forecast.model.internal.ArimaSelection;
import io.github.saleskit.forecast.model.internal.CesFit;
import io.github.saleskit.forecast.model.internal.Course;
import io.github.saleskit.forecast.model.internal.DoubleSeasonal;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.model.internal.LagRegression;
import io.github.saleskit.forecast.model.internal.ThetaFit;
import io.github.saleskit.forecast.model.internal.ThetaFit.Kind;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fits the models that suit a series; each counts as one unit of work. */
final class Candidates {

    /** Seasons longer than this are smoothed by sine waves instead of a state for each phase. */
    private static final int LONGEST_PLAIN_SEASON = 24;

    private static final int MOST_WAVES = 8;
    private static final int WEEKS = 52;
    private static final double WEEKS_A_YEAR = 365.25 / 7;
    private static final int DAYS_A_WEEK = 7;
    private static final int HOURS_A_DAY = 24;
    private static final int FEWEST_VALUES = 5;
    private static final int FEWEST_BEYOND_TWO_SEASONS = 10;

    private final double[] y;
    private final TimeSeries series;
    private final int m;
    private final boolean positive;
    private final WorkMeter meter;
    private final List<Member> members = new ArrayList<>();

    private Candidates(TimeSeries series, double[] y, WorkMeter meter) {
        this.series = series;
        this.y = y;
        this.meter = meter;
        m = series.seasonLength();
        boolean allPositive = true;
        for (double value : y) {
            allPositive &= value > 0;
        }
        positive = allPositive;
    }

    /**
     * The models that could be fitted, in a fixed order.
     *
     * @param series with gaps
     * @param y the same values without gaps
     */
    static List<Member> of(TimeSeries series, double[] y, WorkMeter meter) {
        Candidates candidates = new Candidates(series, y, meter);
        if (y.length < FEWEST_VALUES) {
            return List.of();
        }
        if (candidates.m % HOURS_A_DAY == 0 && y.length / (2 * DAYS_A_WEEK + 1) >= candidates.m) {
            candidates.hours();
        } else if (candidates.m > LONGEST_PLAIN_SEASON) {
            candidates.longSeason();
        } else {
            candidates.plain();
        }
        return candidates.members;
    }

    private void plain() {
        SeasonalView adjusted = SeasonalView.figure(y, m, positive, false);
        SeasonalView logarithms = positive ? SeasonalView.figure(y, m, true, true) : adjusted;
        add("", SeasonalView.plain(y, false), () -> ets(EtsForm.all(), series));
        add("", adjusted, () -> CesFit.of(adjusted.values()));
        add("", SeasonalView.plain(y, false), () -> ArimaSelection.of(y, m));
        add(positive ? "log " : "", logarithms, () -> ThetaFit.of(Kind.DYNAMIC, logarithms.values()));
        add(positive ? "log " : "", logarithms, () -> ThetaFit.of(Kind.STANDARD, logarithms.values()));
    }

    private static @Nullable Course ets(List<EtsForm> forms, TimeSeries series) {
        List<EtsFit> fits = EtsFit.best(forms, series);
        return fits.isEmpty() ? null : fits.get(0);
    }

    /** Weeks, and other seasons of many periods. */
    private void longSeason() {
        unseasonal("", SeasonalView.plain(y, false));
        boolean enough = y.length >= 2L * m + FEWEST_BEYOND_TWO_SEASONS;
        double length = m == WEEKS ? WEEKS_A_YEAR : m;
        if (enough || positive) {
            unseasonal(
                    (positive ? "log " : "") + (enough ? "seasonal " : ""),
                    enough ? SeasonalView.harmonic(y, length, MOST_WAVES, positive) : SeasonalView.plain(y, positive));
        }
    }

    private void unseasonal(String prefix, SeasonalView view) {
        double[] z = view.values();
        add(prefix, view, () -> ThetaFit.of(Kind.DYNAMIC, z));
        add(prefix, view, () -> CesFit.of(z));
        add(prefix, view, () -> ArimaSelection.of(z, 1));
        List<EtsForm> forms =
                EtsForm.all().stream().filter(form -> !form.isSeasonal()).toList();
        add(prefix, view, () -> ets(forms, series.withValues(z)));
    }

    /** Hours within days within weeks, and parts of hours. */
    private void hours() {
        int week = DAYS_A_WEEK * m;
        int[] lags = {1, 2, 3, m, m + 1, 2 * m, 6 * m, week, week + 1};
        int[] daily = {1, 2, 3, m, m + 1};
        for (boolean logarithms : positive ? new boolean[] {true, false} : new boolean[] {false}) {
            String prefix = logarithms ? "log " : "";
            SeasonalView plain = SeasonalView.plain(y, logarithms);
            SeasonalView profile = SeasonalView.profile(y, week, logarithms);
            add(prefix, plain, () -> DoubleSeasonal.of(plain.values(), m, week));
            add(prefix, plain, () -> LagRegression.of(plain.values(), lags));
            add(prefix + "weekly ", profile, () -> LagRegression.of(profile.values(), daily));
        }
    }

    private void add(String prefix, SeasonalView view, Supplier<@Nullable Course> fit) {
        if (!meter.spend(1)) {
            return;
        }
        Course course = fit.get();
        if (course != null) {
            members.add(new Member(prefix + course.name(), course, view));
        }
    }
}
