/**
 * When people work, when they have a day off, and how business years are cut.
 *
 * <p>{@link io.github.saleskit.core.calendar.BusinessHours} are data: {@link io.github.saleskit.core.calendar.WorkingInterval}s
 * by weekday, {@link io.github.saleskit.core.calendar.Holiday}s and {@link io.github.saleskit.core.calendar.SpecialDay}s in a time
 * zone. Together with a {@link io.github.saleskit.core.calendar.HolidayCalendar}, the port for the holidays of a country, they
 * compile to a {@link io.github.saleskit.core.calendar.BusinessCalendar}, which adds and measures working time and business
 * days.
 */
@NullMarked
package io.github.saleskit.core.calendar;

import org.jspecify.annotations.NullMarked;
