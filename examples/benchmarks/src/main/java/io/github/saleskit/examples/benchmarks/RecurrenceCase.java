package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.calendar.Recurrence;
import java.time.LocalDateTime;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A rule whose first 100 occurrences from 2026-01-01 at 9 are asked for. */
@State(Scope.Thread)
public class RecurrenceCase {

    /** How many occurrences are asked for. */
    static final int OCCURRENCES = 100;

    /** The rule. */
    @Param({
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=DAILY;BYMONTH=1;BYDAY=MO",
        "FREQ=HOURLY;INTERVAL=5;BYHOUR=9,10,11"
    })
    public String text;

    /** When it starts. */
    final LocalDateTime start = LocalDateTime.parse("2026-01-01T09:00");

    private Recurrence rule;

    /** Reads the rule. */
    @Setup
    public void read() {
        rule = Recurrence.parse(text);
    }

    /** The last of the occurrences. */
    LocalDateTime last() {
        return rule.occurrences(start).skip(OCCURRENCES - 1).findFirst().orElseThrow();
    }
}
