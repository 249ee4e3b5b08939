package io.github.saleskit.core.team;

/** Whether somebody works at an instant, and if not, why. */
public enum WorkStatus {
    /** At work, as far as plans can tell. */
    WORKING,
    /** The working day has not begun, or is over, or it is no working day of the week. */
    OUTSIDE_HOURS,
    /** It is a holiday where they work. */
    HOLIDAY,
    /** They are away themselves. */
    ABSENT
}
