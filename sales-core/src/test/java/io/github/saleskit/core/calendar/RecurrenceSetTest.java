package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RecurrenceSetTest {

    private static final RecurrenceSet MONDAYS = RecurrenceSet.builder()
            .start(LocalDateTime.parse("2026-11-23T09:00"))
            .addRules(Recurrence.parse("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231"))
            .addAdded(LocalDateTime.parse("2026-12-30T09:00"))
            .addRemoved(LocalDateTime.parse("2026-12-28T09:00"))
            .build();

    @Test
    void theDocumentOfVersionOneIsRead() {
        Golden.assertReads("recurrence-set-v1.json", MONDAYS, RecurrenceSet.class);
    }

    @Test
    void addedTimesComeInOrderAndRemovedOnesNotAtAll() {
        assertThat(MONDAYS.occurrences().map(time -> time.toLocalDate().toString()))
                .containsExactly("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-30");
    }

    @Test
    void whatTwoRulesHaveInCommonComesOnce() {
        RecurrenceSet both = MONDAYS.withRules(
                        Recurrence.parse("FREQ=DAILY;COUNT=3"), Recurrence.parse("FREQ=DAILY;INTERVAL=2"))
                .withAdded(LocalDateTime.parse("2026-11-23T09:00"));
        assertThat(both.occurrences().limit(4).map(LocalDateTime::getDayOfMonth))
                .containsExactly(23, 24, 25, 27);
    }

    @Test
    void timesOfAZoneAreRemovedByInstant() {
        RecurrenceSet night = RecurrenceSet.builder()
                .start(LocalDateTime.parse("2026-03-28T02:30"))
                .addRules(Recurrence.parse("FREQ=DAILY;COUNT=3"))
                .addAdded(LocalDateTime.parse("2026-03-30T02:30"))
                .addRemoved(LocalDateTime.parse("2026-03-29T03:30"))
                .build();
        assertThat(night.occurrences(ZoneId.of("Europe/Zurich"), WorkMeter.unlimited())
                        .map(time -> time.toInstant().toString()))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z");
    }
}
