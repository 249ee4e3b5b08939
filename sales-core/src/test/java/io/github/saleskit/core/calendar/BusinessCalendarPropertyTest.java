package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BusinessCalendarPropertyTest {

    /**
     * Zones with half-hour and double changes, changes at midnight, skipped and repeated days, local mean time, none at
     * all.
     */
    static final List<String> ODD_ZONES = List.of(
            "UTC",
            "Asia/Tokyo",
            "Europe/Zurich",
            "America/New_York",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Kwajalein",
            "Pacific/Kiritimati",
            "Pacific/Enderbury",
            "America/Sao_Paulo",
            "America/Havana",
            "America/Asuncion",
            "America/Santiago",
            "Asia/Beirut",
            "Asia/Tehran",
            "Asia/Kathmandu",
            "Asia/Pyongyang",
            "Asia/Manila",
            "Asia/Gaza",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Africa/Monrovia",
            "Antarctica/Troll",
            "Antarctica/Casey",
            "Europe/Dublin",
            "Europe/London",
            "Europe/Moscow",
            "Europe/Amsterdam",
            "Europe/Istanbul",
            "America/Juneau",
            "America/Caracas",
            "Atlantic/Azores",
            "Pacific/Chatham",
            "Pacific/Norfolk",
            "Asia/Kolkata",
            "America/Scoresbysund",
            "Pacific/Fakaofo");

    private static final Map<String, List<ZoneOffsetTransition>> CHANGES = new HashMap<>();

    /** More than forty days of work take at three hours a week. */
    private static final int YEARS_AROUND = 10;

    /** A change of a zone's offset, and what its week looks like. */
    record Case(BusinessHours hours, HolidayCalendar holidays, ZoneOffsetTransition change) {
        BusinessCalendar calendar() {
            int year = change.getDateTimeBefore().getYear();
            return BusinessCalendar.compile(hours, holidays, year - YEARS_AROUND, year + YEARS_AROUND);
        }

        HoursOracle oracle() {
            return new HoursOracle(hours, holidays);
        }
    }

    @Property(tries = 20)
    void everyMinuteAroundAChangeIsAsOnTheClock(@ForAll("cases") Case given) {
        checkMinutes(given.calendar(), given.oracle(), given.change, 86_400);
    }

    @Property(tries = 20)
    void sumsOverWeeksAreSumsOfMinutes(@ForAll("cases") Case given, @ForAll @IntRange(min = 3, max = 14) int days) {
        BusinessCalendar calendar = given.calendar();
        HoursOracle oracle = given.oracle();
        int step = wholeMinutes(given.change) ? 60 : 1;
        long half = step == 60 ? days * 43_200L : 43_200L;
        long from = Math.floorDiv(given.change.toEpochSecond(), 60) * 60 - half;
        long minutes = 0;
        long to = from + 2 * half;
        for (long second = from; second < to; second += step) {
            minutes += oracle.isWorking(second) ? 1 : 0;
        }
        assertThat(calendar.between(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)))
                .isEqualTo(Duration.ofSeconds(minutes * step));
    }

    static void checkMinutes(BusinessCalendar calendar, HoursOracle oracle, ZoneOffsetTransition change, int margin) {
        int step = wholeMinutes(change) ? 60 : 1;
        long from = change.toEpochSecond() - (step == 60 ? margin : 8_000);
        long to = change.toEpochSecond() + (step == 60 ? margin : 8_000);
        Instant start = Instant.ofEpochSecond(from);
        long worked = 0;
        for (long second = from; second < to; second += step) {
            Instant instant = Instant.ofEpochSecond(second);
            boolean working = oracle.isWorking(second);
            if (calendar.isWorking(instant) != working
                    || !calendar.between(start, instant).equals(Duration.ofSeconds(worked))) {
                assertThat(calendar.isWorking(instant))
                        .as("%s %s %s", calendar.zone(), change, instant)
                        .isEqualTo(working);
                assertThat(calendar.between(start, instant))
                        .as("%s %s %s", calendar.zone(), change, instant)
                        .isEqualTo(Duration.ofSeconds(worked));
            }
            worked += working ? step : 0;
        }
    }

    private static boolean wholeMinutes(ZoneOffsetTransition change) {
        return change.getOffsetBefore().getTotalSeconds() % 60 == 0
                && change.getOffsetAfter().getTotalSeconds() % 60 == 0;
    }

    @Property(tries = 150)
    void addedTimeIsTheTimeBetween(
            @ForAll("cases") Case given,
            @ForAll @LongRange(min = 1, max = 40L * 86_400_000) long millis,
            @ForAll @IntRange(min = -200_000, max = 200_000) int away,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
        BusinessCalendar calendar = given.calendar();
        Instant start = Instant.ofEpochSecond(given.change.toEpochSecond() + away, nanos);
        Duration time = Duration.ofMillis(millis);
        Instant later = calendar.plus(start, time);
        assertThat(calendar.between(start, later)).isEqualTo(time);
        assertThat(calendar.between(start, later.minusNanos(1))).isLessThan(time);
        Instant earlier = calendar.minus(start, time);
        assertThat(calendar.between(earlier, start)).isEqualTo(time);
        assertThat(calendar.between(earlier.plusNanos(1), start)).isLessThan(time);
        assertThat(calendar.between(later, start)).isEqualTo(time.negated());
        assertThat(calendar.plus(start, time.negated())).isEqualTo(earlier);
    }

    @Property(tries = 100)
    void openingsAndClosingsAreTheNextChanges(
            @ForAll("cases") Case given, @ForAll @IntRange(min = -100_000, max = 100_000) int away) {
        BusinessCalendar calendar = given.calendar();
        HoursOracle oracle = given.oracle();
        Instant instant = Instant.ofEpochSecond(given.change.toEpochSecond() + away);
        Instant opening = calendar.nextOpening(instant).orElseThrow();
        Instant closing = calendar.nextClosing(instant).orElseThrow();
        for (Instant boundary : List.of(opening, closing)) {
            assertThat(boundary).isAfter(instant);
            assertThat(oracle.isWorking(boundary.getEpochSecond())).isEqualTo(boundary.equals(opening));
            assertThat(oracle.isWorking(boundary.getEpochSecond() - 1)).isEqualTo(boundary.equals(closing));
        }
        boolean working = oracle.isWorking(instant.getEpochSecond());
        assertThat(closing.isBefore(opening)).isEqualTo(working);
        Instant first = working ? closing : opening;
        assertThat(calendar.between(instant, first))
                .isEqualTo(working ? Duration.between(instant, first) : Duration.ZERO);
        assertThat(calendar.toWorkingTime(instant)).contains(working ? instant : opening);
    }

    @Property(tries = 60)
    void businessDaysAreCountedOneByOne(
            @ForAll("cases") Case given,
            @ForAll @IntRange(min = -5, max = 5) int away,
            @ForAll @IntRange(min = -6, max = 6) int n) {
        BusinessCalendar calendar = given.calendar();
        HoursOracle oracle = given.oracle();
        LocalDate start = given.change.getDateTimeBefore().toLocalDate().plusDays(away);
        LocalDate date = start;
        for (int left = Math.abs(n); left > 0; ) {
            date = date.plusDays(Integer.signum(n));
            left -= oracle.isBusinessDay(date) ? 1 : 0;
        }
        assertThat(calendar.plusBusinessDays(start, n)).isEqualTo(date);
        assertThat(calendar.minusBusinessDays(start, -n)).isEqualTo(date);
        assertThat(calendar.businessDaysBetween(start, date)).isEqualTo(n);
        assertThat(calendar.isBusinessDay(start)).isEqualTo(oracle.isBusinessDay(start));
        assertThat(calendar.toBusinessDay(start))
                .isEqualTo(oracle.isBusinessDay(start) ? start : calendar.plusBusinessDays(start, 1));
    }

    @Tag("long")
    @Property(tries = 100)
    void allOfThisHoldsAroundManyChanges(
            @ForAll("cases") Case given,
            @ForAll @IntRange(min = 3, max = 14) int days,
            @ForAll @LongRange(min = 1, max = 40L * 86_400_000) long millis,
            @ForAll @IntRange(min = -100_000, max = 100_000) int away,
            @ForAll @IntRange(min = -6, max = 6) int n) {
        everyMinuteAroundAChangeIsAsOnTheClock(given);
        sumsOverWeeksAreSumsOfMinutes(given, days);
        addedTimeIsTheTimeBetween(given, millis, 2 * away, (int) (millis % 1_000_000_000));
        openingsAndClosingsAreTheNextChanges(given, away);
        businessDaysAreCountedOneByOne(given, away % 6, n);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(ODD_ZONES)
                .flatMap(id -> Arbitraries.of(CHANGES.computeIfAbsent(id, zone -> changes(ZoneId.of(zone))))
                        .flatMap(change -> hours(ZoneId.of(id), change)
                                .flatMap(hours -> dates(change).map(days -> new Case(hours, holidays(days), change)))))
                .withoutEdgeCases();
    }

    static HolidayCalendar holidays(List<LocalDate> days) {
        return HolidayCalendar.of(days.toArray(new LocalDate[0]));
    }

    /** All changes of the years in question; for a zone without any, one that changes nothing is made up. */
    static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = Instant.parse("2095-01-01T00:00:00Z");
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("1850-03-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(end)) {
            changes.add(change);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return changes.isEmpty() ? changes(ZoneId.of("Europe/Zurich")) : changes;
    }

    private static Arbitrary<BusinessHours> hours(ZoneId zone, ZoneOffsetTransition change) {
        Arbitrary<List<WorkingInterval>> day = day();
        return Combinators.combine(
                        day.list().ofSize(7), dates(change), day.list().ofSize(4))
                .as((week, dates, special) -> {
                    BusinessHours.Builder builder =
                            BusinessHours.builder().name("any").zone(zone);
                    for (DayOfWeek weekday : DayOfWeek.values()) {
                        builder.putWeek(weekday, week.get(weekday.getValue() - 1));
                    }
                    builder.putWeek(DayOfWeek.WEDNESDAY, List.of(WorkingInterval.parse("09:00-12:00")));
                    for (int i = 0; i < dates.size(); i++) {
                        builder.addSpecialDays(new SpecialDay(dates.get(i), special.get(i), Optional.empty()));
                    }
                    return builder.build();
                });
    }

    /** Up to four different dates near the change. */
    private static Arbitrary<List<LocalDate>> dates(ZoneOffsetTransition change) {
        LocalDate date = change.getDateTimeBefore().toLocalDate();
        return Arbitraries.integers()
                .between(-3, 3)
                .set()
                .ofMaxSize(4)
                .map(days -> days.stream().map(date::plusDays).toList());
    }

    /** Up to three intervals that do not overlap, the last perhaps over midnight, in steps of five minutes. */
    static Arbitrary<List<WorkingInterval>> day() {
        return Arbitraries.integers()
                .between(0, 287)
                .set()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(set -> intervals(set.stream().sorted().toList()));
    }

    private static List<WorkingInterval> intervals(List<Integer> marks) {
        List<LocalTime> times =
                marks.stream().map(mark -> LocalTime.ofSecondOfDay(mark * 300L)).toList();
        List<WorkingInterval> intervals = new ArrayList<>();
        IntStream.range(0, times.size() / 2)
                .forEach(i -> intervals.add(WorkingInterval.of(times.get(2 * i), times.get(2 * i + 1))));
        if (times.size() % 2 == 1) {
            LocalTime start = times.get(times.size() - 1);
            LocalTime end = intervals.isEmpty()
                    ? start.minusMinutes(5)
                    : intervals.get(0).start();
            if (!end.equals(start)) {
                intervals.add(WorkingInterval.of(start, end));
            }
        }
        return intervals;
    }
}
