package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.support.JsonLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecurrencePropertyTest {

    private static final LocalDate FIRST = LocalDate.of(1999, 12, 1);

    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());

    record Case(Recurrence rule, LocalDateTime start) {}

    @Property(tries = 400)
    void everySecondIsJudgedAsTheWordsSay(@ForAll("cases") Case given) {
        LocalDate last = lastDate(given);
        List<LocalDateTime> expected = new RecurrenceOracle(given.rule, given.start).until(last);
        List<LocalDateTime> found = given.rule
                .occurrences(given.start, enough())
                .takeWhile(time -> !time.toLocalDate().isAfter(last))
                .toList();
        assertThat(found).as("%s", given).isEqualTo(expected);
    }

    /** Far more than the spans looked at need, so that a search for what comes after them ends. */
    private static WorkMeter enough() {
        return new WorkMeter(WorkBudget.ofUnits(200_000), StopSignal.never(), ProgressListener.none());
    }

    /** The end of a period a while after the start. */
    private static LocalDate lastDate(Case given) {
        LocalDate start = given.start.toLocalDate();
        return switch (given.rule.frequency()) {
            case YEARLY -> LocalDate.of(start.getYear() + 9, 12, 31);
            case MONTHLY -> start.plusMonths(40).withDayOfMonth(1).minusDays(1);
            case WEEKLY -> {
                LocalDate date = start.plusDays(400);
                while (date.plusDays(1).getDayOfWeek() != given.rule.weekStart()) {
                    date = date.plusDays(1);
                }
                yield date;
            }
            case DAILY -> start.plusDays(400);
            case HOURLY -> start.plusDays(40);
            case MINUTELY -> start.plusDays(3);
            case SECONDLY -> start;
        };
    }

    @Property(tries = 200)
    void rulesAreReadAsTheyAreWritten(@ForAll("cases") Case given) {
        assertThat(Recurrence.parse(given.rule.toString())).isEqualTo(given.rule);
    }

    @Property(tries = 10)
    void rulesComeBackFromJson(@ForAll("cases") Case given) {
        JsonLine.assertRoundTrip(given.rule, Recurrence.class);
    }

    /** In a zone each time is found by Java's own rule; what is left is to order them and to drop repetitions. */
    @Property(tries = 150)
    void timesInAZoneAreTheLocalTimesFoundThere(@ForAll("cases") Case given, @ForAll("zones") String id) {
        ZonedDateTime start = given.start.atZone(ZoneId.of(id));
        int most = 200;
        List<LocalDateTime> local = given.rule
                .occurrences(start.toLocalDateTime(), enough())
                .takeWhile(time -> time.isBefore(given.start.plusYears(3)))
                .limit(most)
                .toList();
        List<ZonedDateTime> expected = local.stream()
                .map(time -> time.atZone(start.getZone()))
                .sorted(Comparator.comparing(ZonedDateTime::toInstant))
                .distinct()
                .toList();
        List<ZonedDateTime> found =
                given.rule.occurrences(start, enough()).limit(expected.size()).toList();
        // The last ones may be overtaken by times beyond those looked at.
        int sure = local.size() < most ? expected.size() : Math.max(0, expected.size() - 100);
        assertThat(found.subList(0, Math.min(sure, found.size()))).isEqualTo(expected.subList(0, sure));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "America/New_York", "Australia/Lord_Howe", "Europe/Zurich", "America/Havana");
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(RecurrencePropertyTest::any);
    }

    private static Case any(Random random) {
        Frequency frequency = FREQUENCIES.get(random.nextInt(7));
        boolean isShort = frequency.isShorterThanDay();
        Recurrence rule = Recurrence.every(frequency)
                .withInterval(random.nextBoolean() ? 1 : 1 + random.nextInt(isShort ? 100 : 5))
                .withWeekStart(DayOfWeek.of(1 + random.nextInt(7)));
        rule = rule.withMonths(some(random, .25, 3, 1, 12))
                .withMonthDays(some(random, .25, 4, -31, 31))
                .withYearDays(some(random, .1, 12, -366, 366))
                .withWeekNumbers(some(random, .1, 6, -53, 53))
                .withHours(some(random, .3, 4, 0, 23))
                .withMinutes(some(random, .3, 4, 0, 59))
                .withSeconds(some(random, .3, 4, 0, 60));
        if (random.nextDouble() < .35) {
            rule = rule.withWeekdays(weekdays(random));
        }
        boolean selects = !rule.toString().replaceAll("[^B]", "").isEmpty();
        if (selects && random.nextDouble() < .3) {
            rule = rule.withPositions(some(random, 1, 3, -6, 6));
        }
        LocalDateTime start =
                FIRST.plusDays(random.nextInt(900)).atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
        if (random.nextInt(3) == 0) {
            return new Case(rule.withCount(1 + random.nextInt(20)), start);
        }
        boolean ends = random.nextInt(3) == 0;
        return new Case(ends ? rule.withUntil(Until.local(start.plusDays(random.nextInt(800)))) : rule, start);
    }

    private static List<Integer> some(Random random, double chance, int most, int from, int to) {
        if (random.nextDouble() >= chance) {
            return List.of();
        }
        return IntStream.range(0, 1 + random.nextInt(most))
                .map(i -> from + random.nextInt(to - from + 1))
                .filter(number -> number != 0 || from == 0)
                .boxed()
                .toList();
    }

    private static List<WeekdayOrdinal> weekdays(Random random) {
        List<WeekdayOrdinal> weekdays = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            int ordinal = random.nextInt(3) == 0 ? random.nextInt(11) - 5 : 0;
            weekdays.add(new WeekdayOrdinal(ordinal, DayOfWeek.of(1 + random.nextInt(7))));
        }
        return weekdays;
    }
}
