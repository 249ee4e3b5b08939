package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.calendar.Recurrence;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
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

/** The rules of {@link RecurrenceBenchmark} by lib-recur. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LibRecurBenchmark {

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

    private RecurrenceRule rule;

    /** Reads the rule; checks that both find the same. */
    @Setup
    public void read() throws InvalidRecurrenceRuleException {
        rule = new RecurrenceRule(text);
        LocalDateTime ours = Recurrence.parse(text)
                .occurrences(LocalDateTime.parse("2026-01-01T09:00"))
                .skip(RecurrenceBenchmark.OCCURRENCES - 1)
                .findFirst()
                .orElseThrow();
        if (libRecur() != ours.toEpochSecond(ZoneOffset.UTC) * 1_000) {
            throw new IllegalStateException("lib-recur finds " + libRecur() + " and not " + ours);
        }
    }

    /** lib-recur. */
    @Benchmark
    public long libRecur() {
        RecurrenceRuleIterator iterator = rule.iterator(new DateTime(2026, 0, 1, 9, 0, 0));
        for (int i = 1; i < RecurrenceBenchmark.OCCURRENCES; i++) {
            iterator.nextMillis();
        }
        return iterator.nextMillis();
    }
}
