package io.github.saleskit.examples.benchmarks;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules of {@link RecurrenceCase} by lib-recur. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LibRecurBenchmark {

    private RecurrenceRule rule;

    /** Reads the rule; checks that both find the same. */
    @Setup
    public void read(RecurrenceCase ours) throws InvalidRecurrenceRuleException {
        rule = new RecurrenceRule(ours.text);
        LocalDateTime last = ours.last();
        if (libRecur() != last.toEpochSecond(ZoneOffset.UTC) * 1_000) {
            throw new IllegalStateException("lib-recur finds " + libRecur() + " and not " + last);
        }
    }

    /** lib-recur; the case says which rule. */
    @Benchmark
    public long libRecur(RecurrenceCase unused) {
        return libRecur();
    }

    private long libRecur() {
        RecurrenceRuleIterator iterator = rule.iterator(new DateTime(2026, 0, 1, 9, 0, 0));
        for (int i = 1; i < RecurrenceCase.OCCURRENCES; i++) {
            iterator.nextMillis();
        }
        return iterator.nextMillis();
    }
}
