package io.github.saleskit.forecast.model.internal;

/** How many periods are forecast at once. */
public final class Horizon {

    /** The most. */
    public static final int LONGEST = 10_000;

    private Horizon() {}

    /** Refuses what is less than 1 or more than {@link #LONGEST}. */
    public static void require(int horizon) {
        if (horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException("horizon is " + horizon + ", but must be from 1 to " + LONGEST + ".");
        }
    }
}
