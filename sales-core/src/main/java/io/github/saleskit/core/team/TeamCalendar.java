package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.definition.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * When each rep of a team works: their hours on the clock of their own zone, less the holidays there and their
 * absences.
 *
 * <pre>{@code
 * TeamCalendar calendar = TeamCalendar.compile(team, rep -> HolidayCalendar.japan());
 * calendar.status("ann", now);                              // WORKING, OUTSIDE_HOURS, HOLIDAY or ABSENT
 * calendar.workingTime("ann", received, now);               // working time of ann in between
 * calendar.plus("ann", received, Duration.ofHours(4));      // when four hours of ann's working time are over
 * }</pre>
 *
 * <p>A rep who names no hours works at any time that they are not absent. The years 1970 to 2199 are known. Questions
 * take O(log n) for n absences and changes of hours; those of {@link #plus} and {@link #nextWorking} O(n). Immutable
 * and thread-safe.
 */
public final class TeamCalendar implements Availability {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private final String team;
    private final Map<String, RepTime> byRep;

    private TeamCalendar(String team, Map<String, RepTime> byRep) {
        this.team = team;
        this.byRep = byRep;
    }

    /** A calendar without holidays but those of the business hours. */
    public static TeamCalendar compile(Team team) {
        HolidayCalendar none = HolidayCalendar.none();
        return compile(team, rep -> none);
    }

    /**
     * A calendar with holidays where each rep works.
     *
     * @param holidays the days off of a rep, besides those of their hours; reps who share hours, zone and the very same
     *     calendar share memory
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem: hours that nobody knows, or
     *     that are wrong in themselves
     */
    public static TeamCalendar compile(Team team, Function<SalesRep, HolidayCalendar> holidays) {
        Problems problems = new Problems();
        Hours hours = new Hours(team);
        hours.check(problems);
        problems.throwIfAny("team \"" + team.name() + "\"");
        Map<String, RepTime> byRep = new LinkedHashMap<>();
        for (SalesRep rep : team.reps()) {
            Optional<BusinessCalendar> calendar = rep.hours().map(name -> hours.calendar(name, rep, holidays));
            byRep.put(rep.id(), new RepTime(calendar, rep.absences()));
        }
        return new TeamCalendar(team.name(), byRep);
    }

    /** Hours by name, compiled once for each zone and holidays. */
    private static final class Hours {

        private record Key(String hours, ZoneId zone, HolidayCalendar holidays) {}

        private final Team team;
        private final Map<String, BusinessHours> byName = new LinkedHashMap<>();
        private final Map<Key, BusinessCalendar> calendars = new HashMap<>();

        Hours(Team team) {
            this.team = team;
            team.hours().forEach(each -> byName.put(each.name(), each));
        }

        void check(Problems problems) {
            for (int i = 0; i < team.reps().size(); i++) {
                Problems at = problems.at("reps", i, "hours");
                team.reps()
                        .get(i)
                        .hours()
                        .filter(name -> !byName.containsKey(name))
                        .ifPresent(name -> at.report(
                                "team.hoursUnknown",
                                name,
                                "the team has no business hours \"" + name + "\"",
                                Problems.suggest(name, byName.keySet())));
            }
        }

        BusinessCalendar calendar(String name, SalesRep rep, Function<SalesRep, HolidayCalendar> holidays) {
            BusinessHours hours = requireNonNull(byName.get(name), name);
            ZoneId zone = rep.zone().orElse(hours.zone());
            return calendars.computeIfAbsent(
                    new Key(name, zone, holidays.apply(rep)),
                    key -> BusinessCalendar.compile(hours.withZone(zone), key.holidays(), FIRST_YEAR, LAST_YEAR));
        }
    }

    /**
     * Whether a rep works at an instant; who is absent is that first, then comes the holiday.
     *
     * @throws IllegalArgumentException when the team has no such rep, or the instant lies outside the years known
     */
    @Override
    public WorkStatus status(String rep, Instant at) {
        return of(rep).status(at);
    }

    /**
     * Working time of a rep from one instant to another; negative when the second is before the first.
     *
     * @throws IllegalArgumentException as {@link #status}
     */
    public Duration workingTime(String rep, Instant from, Instant to) {
        return to.isBefore(from) ? of(rep).workingTime(to, from).negated() : of(rep).workingTime(from, to);
    }

    /**
     * The earliest instant by which a rep has worked so long since another; empty when there is not so much working
     * time in the years known.
     *
     * @param workingTime not negative
     * @throws IllegalArgumentException as {@link #status}
     */
    public Optional<Instant> plus(String rep, Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("workingTime is " + workingTime + ", but must not be negative.");
        }
        return of(rep).plus(from, workingTime);
    }

    /**
     * The instant itself when the rep works then, else when they begin next; empty when that is never in the years
     * known.
     *
     * @throws IllegalArgumentException as {@link #status}
     */
    public Optional<Instant> nextWorking(String rep, Instant from) {
        return of(rep).nextWorking(from);
    }

    /**
     * When a rep begins or ends work next after an instant, breaks between two shifts, holidays and absences included;
     * empty when that is never in the years known.
     *
     * @throws IllegalArgumentException as {@link #status}
     */
    public Optional<Instant> nextChange(String rep, Instant after) {
        return of(rep).nextChange(after);
    }

    /** The ids of the reps in the team's order. */
    public List<String> reps() {
        return new ArrayList<>(byRep.keySet());
    }

    private RepTime of(String rep) {
        RepTime time = byRep.get(rep);
        if (time == null) {
            String advice = Problems.suggest(rep, byRep.keySet());
            throw new IllegalArgumentException("rep is \"" + rep + "\", who is not in the team \"" + team + "\"."
                    + (advice == null ? "" : "\n" + advice));
        }
        return time;
    }
}
