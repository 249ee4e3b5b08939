package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.DayOfWeek;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Fiscal years of twelve calendar months.
 *
 * <pre>{@code
 * {"kind": "months", "version": 1, "name": "nendo", "firstMonth": 4, "naming": "first"}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name for people and for messages
 * @param firstMonth on whose first day the year begins, 1 for January to 12
 * @param naming after which calendar year a fiscal year is called
 * @param firstDayOfWeek on which weeks begin, Monday if absent; week 1 begins with the year, so it may be shorter, like
 *     the last
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FiscalMonths(
        @Required int version,
        @Required String name,

        @Required int firstMonth,

        @Required Naming naming,
        Optional<DayOfWeek> firstDayOfWeek)
        implements FiscalYears, StrictDocument, WithFiscalMonths {

    public FiscalMonths {
        DocumentVersion.require("fiscal years", version, 1);
        requireNonNull(name, "name");
        YearLayout.requireMonth("firstMonth", firstMonth);
        requireNonNull(naming, "naming");
        requireNonNull(firstDayOfWeek, "firstDayOfWeek");
    }

    /** A builder of version 1; everything but the first day of the week is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link FiscalMonths}; build names everything that is missing. */
    public static final class Builder extends FiscalMonthsBuilder {
        Builder() {
            version(1);
        }
    }
}
