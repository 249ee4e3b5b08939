package io.github.saleskit.forecast.launch;

/** By what an analogue is laid beside a series that is to be forecast. */
public enum Alignment {
    /** By the phase of the season: March beside March of each year. */
    SEASON,
    /** By the time since the first period: the third month beside the third month. */
    LAUNCH
}
