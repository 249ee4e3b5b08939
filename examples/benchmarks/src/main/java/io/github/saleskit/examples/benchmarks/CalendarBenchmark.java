package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.calendar.WorkingInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Working time in Tokyo with Japan's holidays, added and measured, beside a loop from day to day as hosts write it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** How far apart the two ends are, in working hours: a working day, a month, a year. */
    @Param({"8", "160", "2000"})
    public long hours;

    private final HolidayCalendar holidays = HolidayCalendar.japan();
    private BusinessHours definition;
    private BusinessCalendar calendar;
    private Instant from;
    private Instant to;

    /** Compiles the calendar; checks that both ways agree. */
    @Setup
    public void compile() {
        definition = BusinessHours.mondayToFriday("Tokyo", TOKYO, "09:00-12:00", "13:00-18:00");
        calendar = BusinessCalendar.compile(definition, holidays);
        from = Instant.parse("2026-04-01T02:30:00Z");
        to = calendar.plus(from, Duration.ofHours(hours));
        if (!dayByDayBetween().equals(between()) || !dayByDayPlus().equals(to)) {
            throw new IllegalStateException("the loop finds " + dayByDayBetween() + " and " + dayByDayPlus());
        }
    }

    /** This library: how much working time lies between. */
    @Benchmark
    public Duration between() {
        return calendar.between(from, to);
    }

    /** This library: when so much working time is over. */
    @Benchmark
    public Instant plus() {
        return calendar.plus(from, Duration.ofHours(hours));
    }

    /** A loop over the days. */
    @Benchmark
    public Duration dayByDayBetween() {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(TOKYO).toLocalDate();
        for (LocalDate day = from.atZone(TOKYO).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (holidays.isHoliday(day) || !definition.week().containsKey(day.getDayOfWeek())) {
                continue;
            }
            for (WorkingInterval interval : definition.week().get(day.getDayOfWeek())) {
                Instant start = later(at(day, interval.start()), from);
                Instant end = at(day, interval.end());
                end = end.isAfter(to) ? to : end;
                sum = end.isAfter(start) ? sum.plus(Duration.between(start, end)) : sum;
            }
        }
        return sum;
    }

    /** A loop over the days. */
    @Benchmark
    public Instant dayByDayPlus() {
        Duration left = Duration.ofHours(hours);
        for (LocalDate day = from.atZone(TOKYO).toLocalDate(); ; day = day.plusDays(1)) {
            if (holidays.isHoliday(day) || !definition.week().containsKey(day.getDayOfWeek())) {
                continue;
            }
            for (WorkingInterval interval : definition.week().get(day.getDayOfWeek())) {
                Instant start = later(at(day, interval.start()), from);
                Instant end = at(day, interval.end());
                Duration here = end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(TOKYO).toInstant();
    }
}
