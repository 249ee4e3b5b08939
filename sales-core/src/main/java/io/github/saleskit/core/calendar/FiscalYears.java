package io.github.saleskit.core.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How a business cuts time into years, as data: the definition of a {@link FiscalCalendar}.
 *
 * <p>In JSON the property {@code kind} says which: {@code months} or {@code weeks}. Closed: there will be no other
 * kinds in this version of the document.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FiscalMonths.class, name = "months"),
    @JsonSubTypes.Type(value = FiscalWeeks.class, name = "weeks")
})
public sealed interface FiscalYears permits FiscalMonths, FiscalWeeks {

    /** After which calendar year a fiscal year is called. */
    enum Naming {
        /** After the one in which its first month lies: the Japanese nendo from April 2026 is 2026. */
        @JsonProperty("first")
        FIRST_MONTH,
        /** After the one in which its last month lies: the US government's year from October 2025 is 2026. */
        @JsonProperty("last")
        LAST_MONTH
    }

    /** Version of the document, 1. */
    int version();

    /** What it is called, for people and for messages. */
    String name();
}
