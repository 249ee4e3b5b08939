package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.DayOfWeek;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Fiscal years of 52 or 53 whole weeks: the 4-4-5 family.
 *
 * <pre>{@code
 * {"kind": "weeks", "version": 1, "name": "retail", "pattern": "4-5-4", "lastMonth": 1,
 *  "lastDayOfWeek": "SATURDAY", "ending": "nearest", "naming": "first"}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name for people and for messages
 * @param pattern weeks of the three periods of a quarter
 * @param lastMonth at whose end the year ends, or near it, 1 for January to 12
 * @param lastDayOfWeek on which every week and the year end
 * @param ending which such weekday it is
 * @param naming after which calendar year a fiscal year is called; its first month is the one after {@code lastMonth},
 *     whatever its first date
 * @param extraWeekIn the period from 1 to 12 to which the 53rd week is added, the last if absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FiscalWeeks(
        @Required int version,
        @Required String name,
        @Required Pattern pattern,

        @Required int lastMonth,

        @Required DayOfWeek lastDayOfWeek,
        @Required Ending ending,
        @Required Naming naming,
        OptionalInt extraWeekIn)
        implements FiscalYears, StrictDocument, WithFiscalWeeks {

    /** How many weeks the periods of a quarter have. */
    public enum Pattern {
        /** Four, four, five. */
        @JsonProperty("4-4-5")
        FOUR_FOUR_FIVE(4, 4),
        /** Four, five, four. */
        @JsonProperty("4-5-4")
        FOUR_FIVE_FOUR(4, 5),
        /** Five, four, four. */
        @JsonProperty("5-4-4")
        FIVE_FOUR_FOUR(5, 4);

        private final int first;
        private final int second;

        Pattern(int first, int second) {
            this.first = first;
            this.second = second;
        }

        /** Weeks before a period, counted from 0, in a year of 52 weeks; all 52 before period 12. */
        int weeksBefore(int period) {
            int inQuarter = period % 3;
            return period / 3 * 13 + (inQuarter > 0 ? first : 0) + (inQuarter > 1 ? second : 0);
        }
    }

    /** Where a year ends. */
    public enum Ending {
        /** On the last such weekday of the last month. */
        @JsonProperty("last")
        LAST_IN_MONTH,
        /** On such a weekday which is nearest to the last day of the last month: at most three days before or after. */
        @JsonProperty("nearest")
        NEAREST_TO_MONTH_END
    }

    public FiscalWeeks {
        DocumentVersion.require("fiscal years", version, 1);
        requireNonNull(name, "name");
        requireNonNull(pattern, "pattern");
        YearLayout.requireMonth("lastMonth", lastMonth);
        requireNonNull(lastDayOfWeek, "lastDayOfWeek");
        requireNonNull(ending, "ending");
        requireNonNull(naming, "naming");
        if (extraWeekIn.isPresent() && (extraWeekIn.getAsInt() < 1 || extraWeekIn.getAsInt() > 12)) {
            throw new IllegalArgumentException(
                    "extraWeekIn is " + extraWeekIn.getAsInt() + ", but must be a period from 1 to 12.");
        }
    }

    /** A builder of version 1; everything but the period of the extra week is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link FiscalWeeks}; build names everything that is missing. */
    public static final class Builder extends FiscalWeeksBuilder {
        Builder() {
            version(1);
        }
    }
}
