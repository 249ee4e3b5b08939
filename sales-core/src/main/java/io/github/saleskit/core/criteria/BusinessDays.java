package io.github.saleskit.core.criteria;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Moves a day by business days; a calendar's method reference will do. Implementations are stateless and thread-safe.
 */
@FunctionalInterface
public interface BusinessDays {

    /** Monday to Friday, without holidays. */
    BusinessDays MONDAY_TO_FRIDAY = BusinessDays::plusWeekdays;

    /**
     * The business day that lies so many business days after the day, or before it when negative.
     *
     * @param day any day, open or not
     * @param businessDays 0 gives the day itself
     */
    LocalDate plus(LocalDate day, int businessDays);

    private static LocalDate plusWeekdays(LocalDate day, int businessDays) {
        int step = Integer.signum(businessDays);
        LocalDate at = day.plusWeeks(businessDays / 5);
        int rest = Math.abs(businessDays % 5);
        if (rest == 0 && step != 0 && weekend(at)) {
            return previousOrNextWeekday(at, -step);
        }
        for (; rest > 0; rest--) {
            at = previousOrNextWeekday(at, step);
        }
        return at;
    }

    private static LocalDate previousOrNextWeekday(LocalDate day, int step) {
        LocalDate at = day.plusDays(step);
        while (weekend(at)) {
            at = at.plusDays(step);
        }
        return at;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
