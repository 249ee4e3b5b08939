package io.github.saleskit.territory.design;

/** What a plan makes as small as it can, within the limits. */
public enum PlanObjective {
    /** The sum of the distances from the accounts to the centre, or the home, of their territory. */
    DISTANCE,
    /** The number of borders between accounts of different territories; for problems with borders. */
    CUT_BORDERS,
    /** The length of the borders between accounts of different territories; for problems with borders. */
    CUT_LENGTH
}
