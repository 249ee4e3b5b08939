package io.github.saleskit.forecast.model.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of an exponential smoothing model: how error, trend and season enter.
 *
 * <p>Written {@code ETS(M,Ad,M)} for multiplicative error, damped additive trend, multiplicative season; A stands for
 * additive, N for none.
 *
 * <p>Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing, 2008.
 *
 * <p>Immutable and thread-safe.
 *
 * @param error whether the error grows with the level
 * @param trend whether the level moves on, for ever or fading
 * @param season whether there is a season, and whether it grows with the level
 */
public record EtsForm(ErrorKind error, TrendKind trend, SeasonKind season) {

    /** How the error enters. */
    public enum ErrorKind {
        /** As large at any level. */
        ADDITIVE("A"),
        /** In proportion to the level; values have to be positive. */
        MULTIPLICATIVE("M");

        private final String letter;

        ErrorKind(String letter) {
            this.letter = letter;
        }
    }

    /** How the level moves on. */
    public enum TrendKind {
        /** Not by itself. */
        NONE("N"),
        /** By the same step for ever. */
        ADDITIVE("A"),
        /** By a step that fades. */
        DAMPED("Ad");

        private final String letter;

        TrendKind(String letter) {
            this.letter = letter;
        }
    }

    /** How the season enters. */
    public enum SeasonKind {
        /** Not at all. */
        NONE("N"),
        /** As an amount to add. */
        ADDITIVE("A"),
        /** As a factor. */
        MULTIPLICATIVE("M");

        private final String letter;

        SeasonKind(String letter) {
            this.letter = letter;
        }
    }

    private static final List<EtsForm> STABLE = stable();

    public EtsForm {
        requireNonNull(error, "error");
        requireNonNull(trend, "trend");
        requireNonNull(season, "season");
    }

    private static List<EtsForm> stable() {
        List<EtsForm> forms = new ArrayList<>();
        for (ErrorKind error : ErrorKind.values()) {
            for (SeasonKind season : SeasonKind.values()) {
                for (TrendKind trend : TrendKind.values()) {
                    EtsForm form = new EtsForm(error, trend, season);
                    if (form.isStable()) {
                        forms.add(form);
                    }
                }
            }
        }
        return List.copyOf(forms);
    }

    /**
     * The 15 forms among which automatic choice is made, simpler ones first: all but those with an additive error and a
     * multiplicative season.
     */
    public static List<EtsForm> all() {
        return STABLE;
    }

    /** False for an additive error with a multiplicative season, which divides by numbers near zero. */
    public boolean isStable() {
        return error == ErrorKind.MULTIPLICATIVE || season != SeasonKind.MULTIPLICATIVE;
    }

    /** Whether the level moves on. */
    public boolean hasTrend() {
        return trend != TrendKind.NONE;
    }

    /** Whether the trend fades. */
    public boolean isDamped() {
        return trend == TrendKind.DAMPED;
    }

    /** Whether there is a season. */
    public boolean isSeasonal() {
        return season != SeasonKind.NONE;
    }

    /** Whether the error grows with the level. */
    public boolean hasRelativeError() {
        return error == ErrorKind.MULTIPLICATIVE;
    }

    /** Whether the season grows with the level. */
    public boolean hasFactors() {
        return season == SeasonKind.MULTIPLICATIVE;
    }

    /** Smoothing parameters and free initial states, without the variance of the error. */
    public int freeParameters(int seasonLength) {
        int states = 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? seasonLength - 1 : 0);
        int weights = 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? 1 : 0) + (isDamped() ? 1 : 0);
        return weights + states;
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is something else, or a form that is not among {@link #all}
     */
    public static EtsForm parse(String text) {
        return STABLE.stream()
                .filter(form -> form.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "form is \"" + text + "\", but must be one of " + STABLE + ".\nMaybe ETS(M,Ad,M)?"));
    }

    /** As in {@code ETS(M,Ad,M)}. */
    @Override
    public String toString() {
        return "ETS(" + error.letter + "," + trend.letter + "," + season.letter + ")";
    }
}
