package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.team.TeamCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns plans of who works when into the events of a {@link Router}: shifts, split ones too, holidays and absences.
 *
 * <pre>{@code
 * AgentShifts shifts = AgentShifts.of(TeamCalendar.compile(team, rep -> HolidayCalendar.japan()));
 * for (RoutingEvent event : shifts.changes(agents, lastAsked, now)) {
 *     decision = router.decide(decision.nextState(), event, now);
 * }
 * shifts.nextChange(agents, now);      // when to ask again
 * }</pre>
 *
 * <p>Only changes become events: who takes a break during their shift stays away until they say otherwise or their next
 * shift begins.
 *
 * <p>Immutable and thread-safe.
 */
public final class AgentShifts {

    private final TeamCalendar calendar;

    private AgentShifts(TeamCalendar calendar) {
        this.calendar = calendar;
    }

    /** Shifts by a calendar. */
    public static AgentShifts of(TeamCalendar calendar) {
        return new AgentShifts(requireNonNull(calendar, "calendar"));
    }

    /**
     * Whose shift began or ended between two instants: first those who leave, then those who come, each in natural
     * order of their ids. Whose shift ended while another one began comes, too.
     *
     * @param agents as {@link Router#qualify} gives them, each in the team of the calendar
     * @param since the last instant that was asked about; when absent, everybody who works now begins
     * @param now not before that
     * @throws IllegalArgumentException when the instants are not in order, or an agent is not in the team
     */
    public List<RoutingEvent> changes(Collection<RoutingAgent> agents, Optional<Instant> since, Instant now) {
        if (since.isPresent() && now.isBefore(since.get())) {
            throw new IllegalArgumentException("now is " + now + ", before since, " + since.get() + ".");
        }
        List<RoutingEvent> leaving = new ArrayList<>();
        List<RoutingEvent> coming = new ArrayList<>();
        agents.stream().sorted(Comparator.comparing(RoutingAgent::id)).forEach(agent -> {
            boolean before = since.isPresent() && calendar.isWorking(agent.id(), since.get());
            boolean after = calendar.isWorking(agent.id(), now);
            if (before && !after) {
                leaving.add(new RoutingEvent.AgentAway(agent.id()));
            } else if (after && !(before && isSameShift(agent, since.get(), now))) {
                coming.add(new RoutingEvent.AgentAvailable(agent));
            }
        });
        leaving.addAll(coming);
        return List.copyOf(leaving);
    }

    private boolean isSameShift(RoutingAgent agent, Instant from, Instant to) {
        return calendar.nextChange(agent.id(), from)
                .filter(change -> !change.isAfter(to))
                .isEmpty();
    }

    /**
     * When a shift of one of the agents begins or ends next after an instant; empty when none ever does in the years
     * known.
     */
    public Optional<Instant> nextChange(Collection<RoutingAgent> agents, Instant after) {
        return agents.stream()
                .flatMap(agent -> calendar.nextChange(agent.id(), after).stream())
                .min(Comparator.naturalOrder());
    }
}
