package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days billing periods begin. A day that a month does not have is its last one.
 *
 * <p>Immutable and thread-safe. More anchors may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "on")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BillingAnchor.StartDay.class, name = "startDay"),
    @JsonSubTypes.Type(value = BillingAnchor.DayOfMonth.class, name = "dayOfMonth"),
    @JsonSubTypes.Type(value = BillingAnchor.Weekday.class, name = "weekday"),
    @JsonSubTypes.Type(value = BillingAnchor.Calendar.class, name = "calendar"),
    @JsonSubTypes.Type(value = BillingAnchor.Date.class, name = "date")
})
public sealed interface BillingAnchor extends StrictDocument {

    /** The day on which the subscription begins; a month's end stays the same day. */
    static BillingAnchor startDay() {
        return new StartDay(Optional.empty());
    }

    /** A day of the month, from 1 to 31; 31 is always the last one. */
    static BillingAnchor dayOfMonth(int day) {
        return new DayOfMonth(day);
    }

    /** A day of the week. */
    static BillingAnchor weekday(DayOfWeek day) {
        return new Weekday(day);
    }

    /** The first of the calendar's months, quarters, years; Mondays. */
    static BillingAnchor calendar() {
        return new Calendar(Optional.empty());
    }

    /** A date from which periods are counted, forwards and backwards. */
    static BillingAnchor date(LocalDate date) {
        return new Date(date);
    }

    /**
     * The day on which charging begins.
     *
     * @param monthEnd what happens when that is the last day of a month; {@link MonthEnd#SAME_DAY} when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StartDay(Optional<MonthEnd> monthEnd) implements BillingAnchor {}

    /**
     * A day of the month; longer periods are counted from the month of the start, as in Kill Bill. Periods of days
     * begin on the start's day.
     *
     * @param day from 1 to 31
     */
    record DayOfMonth(@Required int day) implements BillingAnchor {

        public DayOfMonth {
            if (day < 1 || day > AnchorGrid.LONGEST_MONTH) {
                throw new IllegalArgumentException("day is " + day + ", but must be from 1 to 31.");
            }
        }
    }

    /**
     * A day of the week, for periods of whole weeks, counted from the first such day on or after the start.
     *
     * @param day of the week
     */
    record Weekday(@Required DayOfWeek day) implements BillingAnchor {

        public Weekday {
            requireNonNull(day, "day");
        }
    }

    /**
     * The calendar's own months, quarters and years, or those of a fiscal year; weeks begin on Monday. Other lengths
     * are counted from the year 2000, or from Monday, 3 January 2000.
     *
     * @param firstMonth of the year, from 1 to 12; January when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Calendar(Optional<Integer> firstMonth) implements BillingAnchor {

        public Calendar {
            firstMonth.filter(month -> month < 1 || month > 12).ifPresent(month -> {
                throw new IllegalArgumentException("firstMonth is " + month + ", but must be from 1 to 12.");
            });
        }
    }

    /**
     * A date from which periods are counted, forwards and backwards; so several subscriptions can be billed together.
     *
     * @param date on which a period begins
     */
    record Date(@Required LocalDate date) implements BillingAnchor {

        public Date {
            requireNonNull(date, "date");
        }
    }
}
