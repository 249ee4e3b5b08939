package io.github.saleskit.core.routing;

/** What a service target waits for. */
public enum TargetKind {
    /** An agent takes the item. */
    ANSWER,
    /** An agent writes for the first time. */
    FIRST_REPLY,
    /** The item is resolved. */
    RESOLUTION
}
