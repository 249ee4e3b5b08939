package io.github.saleskit.core.lead;

import static io.github.saleskit.core.lead.LeadStatusType.CONVERTED;
import static io.github.saleskit.core.lead.LeadStatusType.DISQUALIFIED;
import static io.github.saleskit.core.lead.LeadStatusType.NEW;
import static io.github.saleskit.core.lead.LeadStatusType.QUALIFIED;
import static io.github.saleskit.core.lead.LeadStatusType.RECYCLED;
import static io.github.saleskit.core.lead.LeadStatusType.WORKING;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of a lead as data: its statuses, the ways between them, and the reasons for giving up or waiting.
 *
 * <pre>{@code
 * {"version": 1, "name": "inbound", "statuses": [
 *    {"id": "new", "name": "New", "type": "NEW", "next": ["working", "disqualified"]},
 *    {"id": "working", "name": "Working", "type": "WORKING", "next": ["qualified", "disqualified"]},
 *    {"id": "qualified", "name": "Qualified", "type": "QUALIFIED", "required": ["company", "email"],
 *     "next": ["converted", "disqualified"]},
 *    {"id": "converted", "name": "Converted", "type": "CONVERTED"},
 *    {"id": "disqualified", "name": "Disqualified", "type": "DISQUALIFIED", "next": ["working"]}],
 *  "reasons": [{"id": "no budget", "name": "No budget", "statuses": ["disqualified"]}]}
 * }</pre>
 *
 * <p>The way from {@code disqualified} to {@code working} is how a lead is re-opened. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param statuses in their usual order
 * @param reasons for disqualifying and recycling
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadProcess(
        @Required int version, @Required String name, List<LeadStatus> statuses, List<StatusReason> reasons)
        implements StrictDocument {

    /** The most statuses a process has, and the most reasons. */
    public static final int MOST_STATUSES = 1_000;

    private static final LeadProcess STANDARD = of(
            "standard",
            List.of(
                    LeadStatus.of("new", "New", NEW, "working", "qualified", "nurturing", "disqualified"),
                    LeadStatus.of("working", "Working", WORKING, "qualified", "nurturing", "disqualified"),
                    LeadStatus.of(
                            "qualified", "Qualified", QUALIFIED, "converted", "working", "nurturing", "disqualified"),
                    LeadStatus.of("nurturing", "Nurturing", RECYCLED, "working", "qualified", "disqualified"),
                    LeadStatus.of("converted", "Converted", CONVERTED),
                    LeadStatus.of("disqualified", "Disqualified", DISQUALIFIED, "working")),
            List.of(
                    StatusReason.of("bad timing", "Not now", "nurturing").returningAfterDays(90),
                    StatusReason.of("no budget", "No budget", "nurturing", "disqualified")
                            .returningAfterDays(180),
                    StatusReason.of("no need", "No need", "disqualified"),
                    StatusReason.of("chose another", "Chose another vendor", "disqualified"),
                    StatusReason.of("not reached", "Cannot be reached", "nurturing", "disqualified")
                            .returningAfterDays(30),
                    StatusReason.of("duplicate", "Duplicate", "disqualified"),
                    StatusReason.of("not genuine", "Not genuine", "disqualified")));

    public LeadProcess {
        DocumentVersion.require("lead process", version, 1);
        requireNonNull(name, "name");
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** A process of the newest version. */
    public static LeadProcess of(String name, List<LeadStatus> statuses, List<StatusReason> reasons) {
        return new LeadProcess(1, name, statuses, reasons);
    }

    /**
     * A process to begin with: new, working, qualified, nurturing, converted, disqualified, with seven reasons and
     * without required fields.
     */
    public static LeadProcess standard() {
        return STANDARD;
    }

    /** The status with an id, if there is one. */
    public Optional<LeadStatus> status(String id) {
        return statuses.stream().filter(status -> status.id().equals(id)).findFirst();
    }

    /** The reason with an id, if there is one. */
    public Optional<StatusReason> reason(String id) {
        return reasons.stream().filter(reason -> reason.id().equals(id)).findFirst();
    }

    /** The same process with another status in place of the one with its id, or, when there is none, at the end. */
    public LeadProcess withStatus(LeadStatus status) {
        List<LeadStatus> changed = new ArrayList<>(statuses);
        int at = statuses.indexOf(status(status.id()).orElse(null));
        if (at < 0) {
            changed.add(status);
        } else {
            changed.set(at, status);
        }
        return new LeadProcess(version, name, changed, reasons);
    }
}
