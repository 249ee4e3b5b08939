package io.github.saleskit.core.team;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who reports to whom.
 *
 * <pre>{@code
 * ReportingLines lines = ReportingLines.compile(team);
 * lines.managersOf("ann");    // her manager, the manager's manager, ... to the top
 * lines.teamOf("mia");        // everybody below mia
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ReportingLines {

    private final Map<String, String> managers = new LinkedHashMap<>();
    private final Map<String, List<String>> reports = new LinkedHashMap<>();

    private ReportingLines(Collection<SalesRep> reps) {
        reps.forEach(rep -> reports.put(rep.id(), new ArrayList<>()));
        for (SalesRep rep : reps) {
            rep.manager().ifPresent(manager -> {
                managers.put(rep.id(), manager);
                reports.computeIfAbsent(manager, id -> new ArrayList<>()).add(rep.id());
            });
        }
    }

    /**
     * The lines of a team.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem: managers that are not in the
     *     team, and lines that go round in a circle
     */
    public static ReportingLines compile(Team team) {
        ReportingLines lines = new ReportingLines(team.reps());
        Problems problems = new Problems();
        List<String> ids = team.reps().stream().map(SalesRep::id).toList();
        Set<String> known = new LinkedHashSet<>(ids);
        Set<String> inCircles = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Problems at = problems.at("reps", i, "manager");
            Optional<String> manager = lines.managerOf(ids.get(i));
            if (manager.isPresent() && !known.contains(manager.get())) {
                at.report(
                        "team.managerUnknown",
                        manager.get(),
                        "the team has no rep \"" + manager.get() + "\"",
                        Problems.suggest(manager.get(), known));
            }
            List<String> circle = lines.circleFrom(ids.get(i));
            if (!circle.isEmpty() && inCircles.addAll(circle)) {
                at.report(
                        "team.managerCircle",
                        manager.orElse(null),
                        "the reporting lines go round in a circle: " + String.join(" -> ", circle) + " -> "
                                + circle.get(0));
            }
        }
        problems.throwIfAny("team \"" + team.name() + "\"");
        return lines;
    }

    /** The way from a rep back to the same rep, or nothing when the way does not lead back. */
    private List<String> circleFrom(String start) {
        Set<String> way = new LinkedHashSet<>();
        String at = start;
        while (at != null && way.add(at)) {
            at = managers.get(at);
        }
        return start.equals(at) ? List.copyOf(way) : List.of();
    }

    /** Whom a rep reports to; empty at the top and for who is not in the team. */
    public Optional<String> managerOf(String rep) {
        return Optional.ofNullable(managers.get(rep));
    }

    /** The managers of a rep from the nearest to the top. */
    public List<String> managersOf(String rep) {
        List<String> above = new ArrayList<>();
        for (String at = managers.get(rep); at != null; at = managers.get(at)) {
            above.add(at);
        }
        return above;
    }

    /** Who reports to a rep directly, in the team's order. */
    public List<String> reportsOf(String rep) {
        return Collections.unmodifiableList(reports.getOrDefault(rep, List.of()));
    }

    /** Everybody below a rep, level by level. */
    public List<String> teamOf(String rep) {
        List<String> below = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(reportsOf(rep));
        while (!open.isEmpty()) {
            String next = open.remove();
            below.add(next);
            open.addAll(reportsOf(next));
        }
        return below;
    }
}
