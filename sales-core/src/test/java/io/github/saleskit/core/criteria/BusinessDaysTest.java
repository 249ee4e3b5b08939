package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    /** Steps day by day. */
    private static LocalDate stepped(LocalDate day, int businessDays) {
        LocalDate at = day;
        for (int left = Math.abs(businessDays); left > 0; ) {
            at = at.plusDays(Integer.signum(businessDays));
            left -= at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return at;
    }

    @Test
    void mondayToFridayIsStepByStepAndAsTheCalendarHasIt() {
        BusinessCalendar calendar = BusinessCalendar.compile(
                BusinessHours.mondayToFriday("plain", ZoneOffset.UTC, "09:00-17:00"), HolidayCalendar.none());
        for (int start = 0; start < 7; start++) {
            LocalDate day = LocalDate.of(2026, 11, 23).plusDays(start);
            for (int n = -23; n <= 23; n++) {
                assertThat(BusinessDays.MONDAY_TO_FRIDAY.plus(day, n))
                        .as("%s plus %s", day, n)
                        .isEqualTo(stepped(day, n))
                        .isEqualTo(calendar.plusBusinessDays(day, n));
            }
        }
    }
}
