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
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fits the models that suit a series; each counts as one unit of work. */
final class Candidates {

    private static final int FEWEST_VALUES = 5;
    private static final int FEWEST_BEYOND_TWO_SEASONS = 10;

    private final double[] y;
    private final TimeSeries series;
    private final boolean positive;
    private final WorkMeter meter;
    private final List<Member> members = new ArrayList<>();

    private Candidates(TimeSeries series, double[] y, WorkMeter meter) {
        this.series = series;
        this.y = y;
        this.meter = meter;
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
        candidates.fit(Seasons.of(series, candidates.levelled()));
        return candidates.members;
    }

    private double[] levelled() {
        return positive ? Arrays.stream(y).map(StrictMath::log).toArray() : y;
    }

    private void fit(Seasons seasons) {
        if (seasons.nested()) {
            nested(seasons.shorter(), (int) seasons.longer());
        } else if (seasons.longer() == 0 && seasons.shorter() == 1) {
            without();
        } else if (seasons.longer() == 0) {
            plain(seasons.shorter());
        } else if (seasons.shorter() == 1) {
            longSeason(seasons.longer());
        } else {
            twoSeasons(seasons.shorter(), seasons.longer());
        }
    }

    /** Months, quarters, days of a week. */
    private void plain(int m) {
        SeasonalView whole = SeasonalView.plain(y, false);
        SeasonalView adjusted = SeasonalView.season(y, m, positive);
        String prefix = positive ? "log " : "";
        add("", whole, () -> ets(EtsForm.all(), series.withSeasonLength(m)));
        add("", whole, () -> ArimaSelection.of(y, m));
        add(prefix, adjusted, () -> ThetaFit.of(Kind.DYNAMIC, adjusted.values()));
        add(prefix, adjusted, () -> ThetaFit.of(Kind.STANDARD, adjusted.values()));
    }

    /** Years, and all else without a season. */
    private void without() {
        SeasonalView whole = SeasonalView.plain(y, false);
        SeasonalView logarithms = SeasonalView.plain(y, positive);
        add("", whole, () -> ets(EtsForm.all(), series.withSeasonLength(1)));
        add("", whole, () -> CesFit.of(y));
        add("", whole, () -> ArimaSelection.of(y, 1));
        add("", whole, () -> ThetaFit.of(Kind.DYNAMIC, y));
        add(positive ? "log " : "", logarithms, () -> ThetaFit.of(Kind.STANDARD, logarithms.values()));
    }

    /**
     * A short season and one that is too long, too rare or too crooked to be seen phase by phase, as weeks and years of
     * days.
     */
    private void twoSeasons(int m, double longer) {
        plain(m);
        SeasonalView view = SeasonalView.harmonic(y, longer, Seasons.MOST_WAVES, positive);
        SeasonalView both = SeasonalView.harmonicAndFigure(y, longer, Seasons.MOST_WAVES, m, positive);
        String prefix = (positive ? "log " : "") + "seasonal ";
        add(prefix, view, () -> ets(EtsForm.all(), series.withSeasonLength(m).withValues(view.values())));
        add(prefix, view, () -> ArimaSelection.of(view.values(), m));
        add(prefix, both, () -> ThetaFit.of(Kind.DYNAMIC, both.values()));
        add(prefix, both, () -> ThetaFit.of(Kind.STANDARD, both.values()));
    }

    private static @Nullable Course ets(List<EtsForm> forms, TimeSeries series) {
        List<EtsFit> fits = EtsFit.best(forms, series);
        return fits.isEmpty() ? null : fits.get(0);
    }

    /** Weeks, and other seasons of many periods. */
    private void longSeason(double length) {
        unseasonal("", SeasonalView.plain(y, false));
        boolean enough = y.length >= 2 * length + FEWEST_BEYOND_TWO_SEASONS;
        if (enough || positive) {
            unseasonal(
                    (positive ? "log " : "") + (enough ? "seasonal " : ""),
                    enough
                            ? SeasonalView.harmonic(y, length, Seasons.MOST_WAVES, positive)
                            : SeasonalView.plain(y, positive));
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

    /** Hours within days within weeks, and the like. */
    private void nested(int m, int longer) {
        int[] lags = {1, 2, 3, m, m + 1, 2 * m, longer - m, longer, longer + 1};
        int[] daily = {1, 2, 3, m, m + 1};
        for (boolean logarithms : positive ? new boolean[] {true, false} : new boolean[] {false}) {
            String prefix = logarithms ? "log " : "";
            SeasonalView plain = SeasonalView.plain(y, logarithms);
            SeasonalView profile = SeasonalView.profile(y, longer, logarithms);
            add(prefix, plain, () -> DoubleSeasonal.of(plain.values(), m, longer));
            add(prefix, plain, () -> LagRegression.of(plain.values(), lags));
            add(prefix + "profile ", profile, () -> LagRegression.of(profile.values(), daily));
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
