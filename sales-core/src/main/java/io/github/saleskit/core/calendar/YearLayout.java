package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Where fiscal years, their periods and their weeks begin. */
interface YearLayout {

    /** The fiscal year to which a date belongs. */
    int yearOf(LocalDate date);

    /** The first date of a period, counted from 0; index 12 is the first date after the year. */
    LocalDate periodStart(int year, int index);

    /** The first date of a week, counted from 0; the index after the last is the first date after the year. */
    LocalDate weekStart(int year, int index);

    /** How many weeks a fiscal year has. */
    int weeks(int year);

    /** Months are numbers in documents, because the two lines of Jackson read and write {@link Month} differently. */
    static void requireMonth(String name, int month) {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException(name + " is " + month + ", but must be from 1 for January to 12.");
        }
    }

    static YearLayout of(FiscalYears years) {
        return years instanceof FiscalMonths months ? new Months(months) : new Weeks((FiscalWeeks) years);
    }

    /** Years of calendar months. */
    record Months(FiscalMonths definition) implements YearLayout {

        /** What to add to the calendar year of the first month to get the fiscal year. */
        private int lead() {
            boolean later = definition.naming() == FiscalYears.Naming.LAST_MONTH;
            return later && definition.firstMonth() != 1 ? 1 : 0;
        }

        @Override
        public int yearOf(LocalDate date) {
            boolean beforeFirst = date.getMonthValue() < definition.firstMonth();
            return date.getYear() - (beforeFirst ? 1 : 0) + lead();
        }

        @Override
        public LocalDate periodStart(int year, int index) {
            return LocalDate.of(year - lead(), definition.firstMonth(), 1).plusMonths(index);
        }

        @Override
        public LocalDate weekStart(int year, int index) {
            LocalDate start = periodStart(year, 0);
            LocalDate end = periodStart(year, 12);
            LocalDate week = index == 0 ? start : secondWeek(start).plusWeeks(index - 1L);
            return week.isBefore(end) ? week : end;
        }

        private LocalDate secondWeek(LocalDate yearStart) {
            return yearStart.with(
                    TemporalAdjusters.next(definition.firstDayOfWeek().orElse(DayOfWeek.MONDAY)));
        }

        @Override
        public int weeks(int year) {
            long days = ChronoUnit.DAYS.between(secondWeek(periodStart(year, 0)), periodStart(year, 12));
            return (int) (1 + (days + 6) / 7);
        }
    }

    /** Years of whole weeks. */
    record Weeks(FiscalWeeks definition) implements YearLayout {

        /** What to add to the fiscal year to get the calendar year in which it ends. */
        private int lead() {
            boolean earlier = definition.naming() == FiscalYears.Naming.FIRST_MONTH;
            return earlier && definition.lastMonth() != 12 ? 1 : 0;
        }

        private LocalDate lastDate(int year) {
            LocalDate monthEnd =
                    LocalDate.of(year + lead(), definition.lastMonth(), 1).with(TemporalAdjusters.lastDayOfMonth());
            LocalDate last = monthEnd.with(TemporalAdjusters.previousOrSame(definition.lastDayOfWeek()));
            boolean nextIsNearer = last.isBefore(monthEnd.minusDays(3));
            boolean nearest = definition.ending() == FiscalWeeks.Ending.NEAREST_TO_MONTH_END;
            return nearest && nextIsNearer ? last.plusWeeks(1) : last;
        }

        @Override
        public int yearOf(LocalDate date) {
            int year = date.getYear() - 2;
            while (lastDate(year).isBefore(date)) {
                year++;
            }
            return year;
        }

        @Override
        public LocalDate periodStart(int year, int index) {
            int weeks = definition.pattern().weeksBefore(index);
            boolean afterExtraWeek = index >= definition.extraWeekIn().orElse(12);
            return weekStart(year, weeks + (afterExtraWeek ? weeks(year) - 52 : 0));
        }

        @Override
        public LocalDate weekStart(int year, int index) {
            return lastDate(year - 1).plusDays(1).plusWeeks(index);
        }

        @Override
        public int weeks(int year) {
            return (int) ChronoUnit.WEEKS.between(lastDate(year - 1), lastDate(year));
        }
    }
}
