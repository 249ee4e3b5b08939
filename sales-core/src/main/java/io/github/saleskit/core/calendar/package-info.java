/**
 * When people work, when they have a day off, and how business years are cut.
 *
 * <p>{@link io.github.saleskit.core.calendar.BusinessHours} are data:
 * {@link io.github.saleskit.core.calendar.WorkingInterval}s by weekday,
 * {@link io.github.saleskit.core.calendar.Holiday}s and {@link io.github.saleskit.core.calendar.SpecialDay}s in a time
 * zone. Together with a {@link io.github.saleskit.core.calendar.HolidayCalendar}, the port for the holidays of a
 * country, they compile to a {@link io.github.saleskit.core.calendar.BusinessCalendar}, which adds and measures working
 * time and business days. A {@link io.github.saleskit.core.calendar.HolidayList} is the document form of such a
 * calendar, and {@link io.github.saleskit.core.calendar.HolidayCalendar#japan()} has Japan's by law.
 *
 * <p>{@link io.github.saleskit.core.calendar.FiscalYears} say how a business cuts its years, into
 * {@link io.github.saleskit.core.calendar.FiscalMonths} or {@link io.github.saleskit.core.calendar.FiscalWeeks}; a
 * {@link io.github.saleskit.core.calendar.FiscalCalendar} finds the
 * {@link io.github.saleskit.core.calendar.FiscalPeriod} of a date by
 * {@link io.github.saleskit.core.calendar.FiscalUnit}.
 *
 * <p>A {@link io.github.saleskit.core.calendar.Recurrence} is a rule of RFC 5545 ({@code FREQ=MONTHLY;BYDAY=-1FR}) with
 * its {@link io.github.saleskit.core.calendar.Frequency}, {@link io.github.saleskit.core.calendar.WeekdayOrdinal}s and
 * {@link io.github.saleskit.core.calendar.Until}; a {@link io.github.saleskit.core.calendar.RecurrenceSet} joins rules
 * and single times.
 */
@NullMarked
package io.github.saleskit.core.calendar;

import org.jspecify.annotations.NullMarked;
