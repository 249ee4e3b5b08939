package io.github.saleskit.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.team.Absence;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.core.team.Team;
import io.github.saleskit.core.team.TeamCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentShiftsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<RoutingAgent> AGENTS = List.of(agent("mai"), agent("ken"));
    private static final TeamCalendar CALENDAR = TeamCalendar.compile(
            Team.of(
                            "t",
                            List.of(
                                    rep("ken").hours("split").build(),
                                    rep("mai")
                                            .hours("late")
                                            .addAbsences(Absence.days(
                                                    LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 26), TOKYO))
                                            .build()))
                    .withHours(
                            BusinessHours.mondayToFriday("split", TOKYO, "09:00-12:00", "16:00-20:00"),
                            BusinessHours.mondayToFriday("late", TOKYO, "12:00-20:00")),
            rep -> HolidayCalendar.japan());
    private static final AgentShifts SHIFTS = AgentShifts.of(CALENDAR);

    private static SalesRep.Builder rep(String id) {
        return SalesRep.builder().id(id).name(id).weight(1);
    }

    private static RoutingAgent agent(String id) {
        return new RoutingAgent(id, 1, List.of("q"), Map.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    @Test
    void splitShiftsBeginAndEndTwiceADay() {
        Instant noon = at("2026-11-24T12:00");
        assertThat(SHIFTS.changes(AGENTS, Optional.of(at("2026-11-24T08:59")), at("2026-11-24T09:00")))
                .containsExactly(new RoutingEvent.AgentAvailable(agent("ken")));
        assertThat(SHIFTS.changes(AGENTS, Optional.of(at("2026-11-24T09:00")), noon))
                .as("who leaves comes first")
                .containsExactly(new RoutingEvent.AgentAway("ken"), new RoutingEvent.AgentAvailable(agent("mai")));
        assertThat(SHIFTS.changes(AGENTS, Optional.of(noon), at("2026-11-24T16:00")))
                .containsExactly(new RoutingEvent.AgentAvailable(agent("ken")));
        assertThat(SHIFTS.changes(AGENTS, Optional.of(noon), noon)).isEmpty();
    }

    @Test
    void aShiftThatEndedWhileAnotherBeganIsNotOverlooked() {
        Optional<Instant> morning = Optional.of(at("2026-11-24T10:00"));
        assertThat(SHIFTS.changes(AGENTS.subList(1, 2), morning, at("2026-11-24T17:00")))
                .as("who took a break in the morning is back in the afternoon")
                .containsExactly(new RoutingEvent.AgentAvailable(AGENTS.get(1)));
        assertThat(SHIFTS.changes(AGENTS.subList(1, 2), morning, at("2026-11-24T11:59")))
                .isEmpty();
    }

    @Test
    void atTheStartEverybodyWhoWorksBegins() {
        assertThat(SHIFTS.changes(AGENTS, Optional.empty(), at("2026-11-24T17:00")))
                .containsExactly(
                        new RoutingEvent.AgentAvailable(agent("ken")), new RoutingEvent.AgentAvailable(agent("mai")));
    }

    /** 23 November 2026, a Monday, is Labour Thanksgiving Day; on the 26th Mai is absent. */
    @Test
    void nobodyComesOnHolidaysAndOnAbsences() {
        assertThat(SHIFTS.nextChange(AGENTS, at("2026-11-20T20:00"))).contains(at("2026-11-24T09:00"));
        assertThat(SHIFTS.nextChange(List.of(agent("mai")), at("2026-11-25T13:00")))
                .contains(at("2026-11-25T20:00"));
        assertThat(SHIFTS.nextChange(List.of(agent("mai")), at("2026-11-25T20:00")))
                .contains(at("2026-11-27T12:00"));
    }

    /** Asking at each change gives the same as asking at each quarter of an hour. */
    @Test
    void noChangeIsMissedByAskingWhenTold() {
        Instant end = at("2026-12-02T00:00");
        Instant told = at("2026-11-20T00:00");
        for (Instant asked = told; asked.isBefore(end); asked = asked.plusSeconds(900)) {
            Instant next = asked.plusSeconds(900);
            boolean changed = !SHIFTS.changes(AGENTS, Optional.of(asked), next).isEmpty();
            boolean announced = !SHIFTS.nextChange(AGENTS, asked).orElseThrow().isAfter(next);
            assertThat(announced).as("from %s", asked).isEqualTo(changed);
        }
    }

    @Test
    void timeDoesNotGoBackAndUnknownAgentsAreNamed() {
        Instant now = at("2026-11-24T12:00");
        assertThatThrownBy(() -> SHIFTS.changes(AGENTS, Optional.of(now.plusSeconds(1)), now))
                .hasMessageContaining("before since");
        assertThatThrownBy(() -> SHIFTS.changes(List.of(agent("zoe")), Optional.empty(), now))
                .hasMessageContaining("zoe");
    }
}
