package io.github.saleskit.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TeamCalendarTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours OFFICE =
            BusinessHours.mondayToFriday("office", TOKYO, "09:00-12:00", "13:00-18:00");

    private static SalesRep.Builder rep(String id) {
        return SalesRep.builder().id(id).name(id).weight(1);
    }

    private static TeamCalendar calendar(SalesRep... reps) {
        return TeamCalendar.compile(
                Team.of("t", List.of(reps)).withHours(OFFICE),
                rep -> rep.zone().filter(TOKYO::equals).isPresent() ? HolidayCalendar.japan() : HolidayCalendar.none());
    }

    private static Instant at(String local, ZoneId zone) {
        return java.time.LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Test
    void hoursAreOnTheClockOfTheRepsOwnZone() {
        TeamCalendar calendar = calendar(
                rep("ken").hours("office").zone(TOKYO).build(),
                rep("eva").hours("office").zone(BERLIN).build());
        assertThat(calendar.status("ken", at("2026-11-24T09:00", TOKYO))).isEqualTo(WorkStatus.WORKING);
        assertThat(calendar.status("eva", at("2026-11-24T09:00", TOKYO))).isEqualTo(WorkStatus.OUTSIDE_HOURS);
        assertThat(calendar.status("eva", at("2026-11-24T09:00", BERLIN))).isEqualTo(WorkStatus.WORKING);
        assertThat(calendar.status("ken", at("2026-11-24T12:30", TOKYO))).isEqualTo(WorkStatus.OUTSIDE_HOURS);
        assertThat(calendar.reps()).containsExactly("ken", "eva");
    }

    @Test
    void holidaysAreThoseOfTheRepsPlace() {
        TeamCalendar calendar = calendar(
                rep("ken").hours("office").zone(TOKYO).build(),
                rep("eva").hours("office").zone(BERLIN).build());
        // 23 November 2026, a Monday, is Labour Thanksgiving Day in Japan.
        assertThat(calendar.status("ken", at("2026-11-23T10:00", TOKYO))).isEqualTo(WorkStatus.HOLIDAY);
        assertThat(calendar.status("eva", at("2026-11-23T10:00", BERLIN))).isEqualTo(WorkStatus.WORKING);
        assertThat(calendar.nextWorking("ken", at("2026-11-20T18:00", TOKYO))).contains(at("2026-11-24T09:00", TOKYO));
    }

    @Test
    void absencesTakeTimeAway() {
        SalesRep ken = rep("ken")
                .hours("office")
                .zone(TOKYO)
                .addAbsences(Absence.days(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26), TOKYO))
                .build();
        TeamCalendar calendar = calendar(ken);
        assertThat(calendar.status("ken", at("2026-11-25T10:00", TOKYO))).isEqualTo(WorkStatus.ABSENT);
        assertThat(calendar.workingTime("ken", at("2026-11-24T17:00", TOKYO), at("2026-11-27T10:00", TOKYO)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(calendar.workingTime("ken", at("2026-11-27T10:00", TOKYO), at("2026-11-24T17:00", TOKYO)))
                .isEqualTo(Duration.ofHours(-2));
        assertThat(calendar.plus("ken", at("2026-11-24T17:00", TOKYO), Duration.ofHours(2)))
                .contains(at("2026-11-27T10:00", TOKYO));
        assertThat(calendar.nextWorking("ken", at("2026-11-25T10:00", TOKYO))).contains(at("2026-11-27T09:00", TOKYO));
    }

    @Test
    void whoNamesNoHoursWorksWheneverNotAbsent() {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");
        SalesRep rep = rep("a").addAbsences(
                        Absence.between(now, now.plusSeconds(60)),
                        Absence.between(now.plusSeconds(30), now.plusSeconds(90)))
                .build();
        TeamCalendar calendar = TeamCalendar.compile(Team.of("t", List.of(rep)));
        assertThat(calendar.isWorking("a", now)).isFalse();
        assertThat(calendar.isWorking("a", now.plusSeconds(90))).isTrue();
        assertThat(calendar.plus("a", now.minusSeconds(10), Duration.ofSeconds(20)))
                .contains(now.plusSeconds(100));
        assertThat(calendar.plus("a", now, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void anAbsenceWithoutAnEndLeavesNoWorkingTime() {
        SalesRep gone = rep("gone")
                .hours("office")
                .addAbsences(new Absence(
                        Instant.EPOCH.minusSeconds(1L << 40),
                        Instant.parse("9999-12-31T00:00:00Z"),
                        java.util.Optional.empty()))
                .build();
        TeamCalendar calendar = calendar(gone);
        Instant now = Instant.parse("2026-11-24T03:00:00Z");
        assertThat(calendar.status("gone", now)).isEqualTo(WorkStatus.ABSENT);
        assertThat(calendar.nextWorking("gone", now)).isEmpty();
        assertThat(calendar.plus("gone", now, Duration.ofHours(1))).isEmpty();
        assertThat(calendar.workingTime("gone", now, now.plus(Duration.ofDays(400))))
                .isZero();
    }

    @Test
    void workingTimeIsWhatIsCountedMinuteByMinuteAndPlusIsItsInverse() {
        Random random = new Random(7);
        Instant monday = at("2026-11-16T00:00", TOKYO);
        for (int n = 0; n < 15; n++) {
            List<Absence> absences = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Instant from = monday.plusSeconds(60L * random.nextInt(10_000));
                absences.add(Absence.between(from, from.plusSeconds(60L * (1 + random.nextInt(3_000)))));
            }
            TeamCalendar calendar = calendar(rep("a").hours("office")
                    .zone(TOKYO)
                    .addAllAbsences(absences)
                    .build());
            int from = random.nextInt(10_000);
            int minutes = 0;
            for (int to = from; to < from + 2_000; to++) {
                Instant now = monday.plusSeconds(60L * to);
                if (to % 97 == 0) {
                    Instant start = monday.plusSeconds(60L * from);
                    assertThat(calendar.workingTime("a", start, now)).isEqualTo(Duration.ofMinutes(minutes));
                    Instant until = calendar.plus("a", start, Duration.ofMinutes(minutes))
                            .orElseThrow();
                    assertThat(until).isBeforeOrEqualTo(now);
                    assertThat(calendar.workingTime("a", start, until)).isEqualTo(Duration.ofMinutes(minutes));
                }
                minutes += calendar.isWorking("a", now) ? 1 : 0;
            }
        }
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> calendar(rep("a").hours("ofice").build()))
                .hasMessageContaining("/reps/0/hours")
                .hasMessageContaining("Maybe \"office\"?");
        TeamCalendar calendar = calendar(rep("ann").build());
        assertThatThrownBy(() -> calendar.status("an", Instant.EPOCH)).hasMessageContaining("Maybe \"ann\"?");
        assertThatThrownBy(() -> calendar.plus("ann", Instant.EPOCH, Duration.ofSeconds(-1)))
                .hasMessageContaining("must not be negative");
    }
}
