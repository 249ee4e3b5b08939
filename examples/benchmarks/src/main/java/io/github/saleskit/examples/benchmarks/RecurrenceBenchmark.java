package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.calendar.Recurrence;
import java.time.LocalDateTime;
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

/** The first 100 occurrences of a rule, read once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecurrenceBenchmark {

    /** How many occurrences are asked for. */
    static final int OCCURRENCES = 100;

    /** The rule. */
    @Param({
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=HOURLY;INTERVAL=5;BYHOUR=9,10,11"
    })
    public String text;

    private final LocalDateTime start = LocalDateTime.parse("2026-01-01T09:00");
    private Recurrence rule;

    /** Reads the rule. */
    @Setup
    public void read() {
        rule = Recurrence.parse(text);
    }

    /** This library. */
    @Benchmark
    public LocalDateTime saleskit() {
        return rule.occurrences(start).skip(OCCURRENCES - 1).findFirst().orElseThrow();
    }
}
