package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FiscalCalendarPropertyTest {

    @Property(tries = 300)
    void everyDateLiesInOnePeriodOfEachUnit(
            @ForAll("calendars") FiscalCalendar calendar,
            @ForAll @IntRange(min = -40_000, max = 80_000) int day,
            @ForAll FiscalUnit unit) {
        LocalDate date = LocalDate.ofEpochDay(day);
        FiscalPeriod period = calendar.at(unit, date);
        assertThat(period.contains(date)).isTrue();
        assertThat(calendar.of(unit, period.year(), period.number())).isEqualTo(period);
        assertThat(calendar.next(period).first()).isEqualTo(period.last().plusDays(1));
        assertThat(calendar.previous(period).last()).isEqualTo(period.first().minusDays(1));
        assertThat(calendar.at(unit, period.last()).equals(period)).isTrue();
        assertThat(calendar.at(FiscalUnit.YEAR, date).year()).isEqualTo(period.year());
    }

    @Property(tries = 200)
    void theNthPeriodLaterIsThatManyStepsAway(
            @ForAll("calendars") FiscalCalendar calendar,
            @ForAll @IntRange(min = -150, max = 150) int n,
            @ForAll FiscalUnit unit) {
        FiscalPeriod start = calendar.at(unit, LocalDate.of(2026, 11, 23));
        FiscalPeriod stepped = start;
        for (int i = 0; i < Math.abs(n); i++) {
            LocalDate neighbour =
                    n > 0 ? stepped.last().plusDays(1) : stepped.first().minusDays(1);
            stepped = calendar.at(unit, neighbour);
        }
        assertThat(calendar.plus(start, n)).isEqualTo(stepped);
    }

    @Property(tries = 200)
    void theYearEndsWhereItsDefinitionSays(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll @IntRange(min = 1900, max = 2200) int year) {
        FiscalPeriod whole = calendar.of(FiscalUnit.YEAR, year, 1);
        List<FiscalPeriod> weeks = calendar.parts(whole, FiscalUnit.WEEK);
        assertThat(weeks.stream().mapToLong(FiscalPeriod::days).sum()).isEqualTo(whole.days());
        if (calendar.definition() instanceof FiscalWeeks rule) {
            assertThat(whole.days()).isIn(364L, 371L);
            assertThat(whole.last().getDayOfWeek()).isEqualTo(rule.lastDayOfWeek());
            boolean first = rule.naming() == FiscalYears.Naming.FIRST_MONTH && rule.lastMonth() != 12;
            LocalDate monthEnd = LocalDate.of(year + (first ? 1 : 0), rule.lastMonth(), 1)
                    .plusMonths(1)
                    .minusDays(1);
            long after = ChronoUnit.DAYS.between(monthEnd, whole.last());
            boolean nearest = rule.ending() == FiscalWeeks.Ending.NEAREST_TO_MONTH_END;
            assertThat(after).isBetween(nearest ? -3L : -6L, nearest ? 3L : 0L);
        } else {
            assertThat(whole.first().getDayOfMonth()).isEqualTo(1);
            assertThat(whole.last()).isEqualTo(whole.first().plusYears(1).minusDays(1));
        }
    }

    @Provide
    Arbitrary<FiscalCalendar> calendars() {
        Arbitrary<FiscalYears> months = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(FiscalYears.Naming.class),
                        Arbitraries.of(DayOfWeek.class))
                .as((month, naming, day) -> FiscalMonths.builder()
                        .name("months")
                        .firstMonth(month)
                        .naming(naming)
                        .firstDayOfWeek(day)
                        .build());
        Arbitrary<FiscalYears> weeks = Combinators.combine(
                        Arbitraries.of(FiscalWeeks.Pattern.class),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.of(FiscalWeeks.Ending.class),
                        Arbitraries.of(FiscalYears.Naming.class),
                        Arbitraries.integers().between(1, 12))
                .as((pattern, month, day, ending, naming, extra) -> FiscalWeeks.builder()
                        .name("weeks")
                        .pattern(pattern)
                        .lastMonth(month)
                        .lastDayOfWeek(day)
                        .ending(ending)
                        .naming(naming)
                        .extraWeekIn(extra)
                        .build());
        return Arbitraries.oneOf(months, weeks).map(FiscalCalendar::compile);
    }
}
