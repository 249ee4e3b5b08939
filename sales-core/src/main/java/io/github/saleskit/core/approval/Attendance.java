package io.github.saleskit.core.approval;

import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is away, and who speaks for whom; kept by the host, of all people and all days.
 *
 * <p>Immutable and thread-safe.
 *
 * @param absences who is away
 * @param delegations who speaks for whom, away or not
 */
public record Attendance(
        @Complete List<Absence> absences, @Complete List<Delegation> delegations) implements StrictDocument {

    public Attendance {
        absences = absences == null ? List.of() : List.copyOf(absences);
        delegations = delegations == null ? List.of() : List.copyOf(delegations);
    }

    /** Nobody is away and nobody speaks for another. */
    public static Attendance full() {
        return new Attendance(List.of(), List.of());
    }

    /** Nobody is away, but some speak for others. */
    public static Attendance of(Delegation... delegations) {
        return new Attendance(List.of(), List.of(delegations));
    }

    boolean isAway(String person, LocalDate day) {
        return absences.stream().anyMatch(each -> each.covers(person, day));
    }

    /**
     * Who may vote in somebody's name that day: they themselves, and who speaks for them; without those who are away.
     */
    List<String> voicesOf(String approver, LocalDate day) {
        List<String> voices = new ArrayList<>(List.of(approver));
        delegations.stream()
                .filter(each -> each.allows(each.to(), approver, day))
                .map(Delegation::to)
                .forEach(voices::add);
        return voices.stream().distinct().filter(each -> !isAway(each, day)).toList();
    }
}
