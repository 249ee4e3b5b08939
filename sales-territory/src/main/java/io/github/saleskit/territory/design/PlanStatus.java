package io.github.saleskit.territory.design;

/** How a plan stands to the limits of its problem. */
public enum PlanStatus {
    /** The plan keeps every limit. */
    FEASIBLE,
    /** No plan can keep every limit; the reasons prove it, and the plan is the nearest one found. */
    IMPOSSIBLE,
    /** No plan that keeps every limit was found, though there may be one; the plan is the nearest one found. */
    NOT_FOUND
}
