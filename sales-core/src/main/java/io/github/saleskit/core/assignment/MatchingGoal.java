package io.github.saleskit.core.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers of a matching mean. Closed for ever. */
public enum MatchingGoal {
    /** Values, such as the expected revenue of each pair: more is better. */
    @JsonProperty("maximize")
    MAXIMIZE,
    /** Costs, such as hours of travel: less is better. */
    @JsonProperty("minimize")
    MINIMIZE;

    /** The same number as a cost, or a cost as the number it stands for. */
    long cost(long value) {
        return this == MAXIMIZE ? -value : value;
    }
}
