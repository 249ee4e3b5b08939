package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether leads of the host's own type move from status to status, by a {@link LeadProcess}.
 *
 * <pre>{@code
 * LeadLifecycle<Prospect> lifecycle = LeadLifecycle.compile(process, PROSPECT);
 * StatusDecision decision = lifecycle.decide(history, prospect, StatusRequest.to("qualified").withBy("ann"), now);
 * decision.moved();       // false
 * decision.reasons();     // each missing field and each guard that fails
 * store.save(decision.next());
 * }</pre>
 *
 * <p>A lead in a status that the process does not have (any more) may go to every open status. Immutable, and
 * thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class LeadLifecycle<T> {

    private final LeadProcess process;
    private final FieldSet<T> fields;
    private final Map<String, Entrance<T>> entrances;

    private LeadLifecycle(LeadProcess process, FieldSet<T> fields, Map<String, Entrance<T>> entrances) {
        this.process = process;
        this.fields = fields;
        this.entrances = Collections.unmodifiableMap(entrances);
    }

    /** What a lead has to show to enter a status. */
    private record Entrance<T>(LeadStatus status, List<Field<T>> required, List<Condition<T>> guards) {

        Entrance<T> inZone(ZoneId zone) {
            return new Entrance<>(
                    status,
                    required,
                    guards.stream().map(guard -> guard.inZone(zone)).toList());
        }

        void obstacles(T lead, Instant now, List<Reason> found) {
            for (Field<T> field : required) {
                if (!field.present(lead)) {
                    found.add(Reason.of("core.lead.fieldMissing", "field", field.name(), "status", status.name()));
                }
            }
            for (int i = 0; i < guards.size(); i++) {
                Condition<T> guard = guards.get(i);
                if (!guard.matches(lead, now)) {
                    String id = status.guards().get(i).id();
                    found.add(Reason.of("core.lead.guardFailed", "guard", id, "status", status.name())
                            .withDetails(guard.explain(lead, now).reasons()));
                }
            }
        }
    }

    /**
     * Prepares a process for the fields of a type.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the process
     */
    public static <T> LeadLifecycle<T> compile(LeadProcess process, FieldSet<T> fields) {
        Problems problems = new Problems();
        ProcessCheck.check(process, problems);
        Map<String, Entrance<T>> entrances = new LinkedHashMap<>();
        for (int i = 0; i < process.statuses().size(); i++) {
            LeadStatus status = process.statuses().get(i);
            entrances.putIfAbsent(status.id(), entrance(status, fields, problems.at("statuses", i)));
        }
        problems.throwIfAny("lead process \"" + process.name() + "\"");
        return new LeadLifecycle<>(process, fields, entrances);
    }

    private static <T> Entrance<T> entrance(LeadStatus status, FieldSet<T> fields, Problems at) {
        List<Field<T>> required = new ArrayList<>();
        for (int i = 0; i < status.required().size(); i++) {
            fields.field(status.required().get(i), at.at("required", i)).ifPresent(required::add);
        }
        List<Condition<T>> guards = new ArrayList<>();
        for (int i = 0; i < status.guards().size(); i++) {
            guards.add(Condition.compileWithoutParameters(
                    status.guards().get(i).when(), fields, at.at("guards", i, "when")));
        }
        return new Entrance<>(status, List.copyOf(required), List.copyOf(guards));
    }

    /** The same lifecycle with the days of a zone; before, days are those of UTC. */
    public LeadLifecycle<T> inZone(ZoneId zone) {
        Map<String, Entrance<T>> moved = new LinkedHashMap<>();
        entrances.forEach((id, entrance) -> moved.put(id, entrance.inZone(zone)));
        return new LeadLifecycle<>(process, fields, moved);
    }

    /** The process it was compiled from. */
    public LeadProcess process() {
        return process;
    }

    /**
     * Decides on a request; names everything that is in the way, not only the first.
     *
     * <p>Linear in the length of the history and in the fields and guards of the status.
     */
    public StatusDecision decide(LeadHistory history, T lead, StatusRequest request, Instant now) {
        Entrance<T> entrance = entrances.get(request.to());
        List<Reason> obstacles = new ArrayList<>();
        way(history, request, entrance, obstacles);
        time(history, now, obstacles);
        Optional<Instant> returnAt = Optional.empty();
        if (entrance != null) {
            entrance.obstacles(lead, now, obstacles);
            reason(entrance.status(), request, obstacles);
            returnAt = returnAt(entrance.status(), request, now, obstacles);
        }
        return decision(history, lead, request, now, returnAt, obstacles);
    }

    private StatusDecision decision(
            LeadHistory history,
            T lead,
            StatusRequest request,
            Instant now,
            Optional<Instant> returnAt,
            List<Reason> obstacles) {
        boolean moved = obstacles.isEmpty();
        return StatusDecision.builder()
                .lead(fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty())
                .moved(moved)
                .from(history.status())
                .to(request.to())
                .next(moved ? history.plus(entry(request, now, returnAt)) : history)
                .addAllReasons(moved ? List.of(movedReason(history, request)) : obstacles)
                .build();
    }

    private static StatusEntry entry(StatusRequest request, Instant now, Optional<Instant> returnAt) {
        return StatusEntry.builder()
                .status(request.to())
                .at(now)
                .by(request.by())
                .reason(request.reason())
                .returnAt(returnAt)
                .note(request.note())
                .build();
    }

    private Reason movedReason(LeadHistory history, StatusRequest request) {
        return Reason.of("core.lead.moved", "from", nameOf(history.status()), "to", nameOf(request.to()));
    }

    private String nameOf(String status) {
        Entrance<T> entrance = entrances.get(status);
        return entrance == null ? status : entrance.status().name();
    }

    private void way(LeadHistory history, StatusRequest request, @Nullable Entrance<T> to, List<Reason> obstacles) {
        if (to == null) {
            obstacles.add(Reason.of("core.lead.unknownStatus", "status", request.to()));
            return;
        }
        Entrance<T> from = entrances.get(history.status());
        boolean open =
                from == null ? to.status().type().open() : from.status().next().contains(request.to());
        if (!open) {
            obstacles.add(Reason.of(
                    "core.lead.noWay",
                    "from",
                    nameOf(history.status()),
                    "to",
                    to.status().name()));
        }
    }

    private static void time(LeadHistory history, Instant now, List<Reason> obstacles) {
        if (history.last().at().isAfter(now)) {
            obstacles.add(
                    Reason.of("core.lead.historyAhead", "at", history.last().at(), "now", requireNonNull(now, "now")));
        }
    }

    private void reason(LeadStatus status, StatusRequest request, List<Reason> obstacles) {
        boolean known = process.reasons().stream()
                .anyMatch(reason -> reason.statuses().contains(status.id())
                        && request.reason().equals(Optional.of(reason.id())));
        if (request.reason().isPresent() && !known) {
            obstacles.add(Reason.of(
                    "core.lead.reasonUnknown", "reason", request.reason().get(), "status", status.name()));
        } else if (request.reason().isEmpty() && needsReason(status)) {
            obstacles.add(Reason.of("core.lead.reasonMissing", "status", status.name()));
        }
    }

    private boolean needsReason(LeadStatus status) {
        return process.reasons().stream().anyMatch(reason -> reason.statuses().contains(status.id()));
    }

    private Optional<Instant> returnAt(LeadStatus status, StatusRequest request, Instant now, List<Reason> obstacles) {
        if (status.type() != LeadStatusType.RECYCLED) {
            request.returnAt()
                    .ifPresent(at ->
                            obstacles.add(Reason.of("core.lead.returnNotAsked", "at", at, "status", status.name())));
            return Optional.empty();
        }
        Optional<Instant> at = request.returnAt().or(() -> usualReturn(request, now));
        if (at.isEmpty()) {
            obstacles.add(Reason.of("core.lead.returnMissing", "status", status.name()));
        } else if (!at.get().isAfter(now)) {
            obstacles.add(Reason.of("core.lead.returnNotAhead", "at", at.get(), "now", now));
        }
        return at;
    }

    private Optional<Instant> usualReturn(StatusRequest request, Instant now) {
        return request.reason()
                .flatMap(process::reason)
                .flatMap(StatusReason::returnAfterDays)
                .map(days -> now.plus(Duration.ofDays(days)));
    }
}
