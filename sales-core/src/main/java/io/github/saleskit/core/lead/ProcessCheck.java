package io.github.saleskit.core.lead;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds whatever is wrong with a lead process, fields and guards aside. */
final class ProcessCheck {

    private final LeadProcess process;
    private final Problems root;
    private final Map<String, LeadStatus> byId = new LinkedHashMap<>();

    private ProcessCheck(LeadProcess process, Problems root) {
        this.process = process;
        this.root = root;
        process.statuses().forEach(status -> byId.putIfAbsent(status.id(), status));
    }

    static void check(LeadProcess process, Problems problems) {
        if (tooMany(process.statuses(), "statuses", problems) || tooMany(process.reasons(), "reasons", problems)) {
            return;
        }
        ProcessCheck check = new ProcessCheck(process, problems);
        check.statuses();
        check.reasons();
        check.types();
        check.ways();
    }

    private static boolean tooMany(Collection<?> list, String name, Problems problems) {
        if (list.size() <= LeadProcess.MOST_STATUSES) {
            return false;
        }
        problems.at(name)
                .report(
                        "lead.tooMany",
                        String.valueOf(list.size()),
                        "a process has at most " + LeadProcess.MOST_STATUSES + " " + name);
        return true;
    }

    private void statuses() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < process.statuses().size(); i++) {
            Problems at = root.at("statuses", i);
            LeadStatus status = process.statuses().get(i);
            id(status.id(), ids, at.at("id"));
            next(status, at);
            Set<String> guards = new HashSet<>();
            for (int g = 0; g < status.guards().size(); g++) {
                id(status.guards().get(g).id(), guards, at.at("guards", g, "id"));
            }
        }
    }

    private void next(LeadStatus status, Problems at) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < status.next().size(); i++) {
            String next = status.next().get(i);
            Problems here = at.at("next", i);
            known(next, here);
            if (next.equals(status.id())) {
                here.report("lead.nextIsItself", next, "a lead does not move to the status it is in");
            } else if (!before.add(next)) {
                here.report("lead.duplicateNext", next, "the status \"" + next + "\" was named before");
            }
        }
    }

    private boolean known(String status, Problems at) {
        if (byId.containsKey(status)) {
            return true;
        }
        at.report(
                "lead.unknownStatus",
                status,
                "there is no status \"" + status + "\"",
                Problems.suggest(status, byId.keySet()));
        return false;
    }

    private static void id(String id, Set<String> before, Problems at) {
        if (id.isBlank()) {
            at.report("lead.idBlank", id, "an id must not be blank");
        } else if (!before.add(id)) {
            at.report("lead.duplicateId", id, "the id \"" + id + "\" was given before");
        }
    }

    private void reasons() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < process.reasons().size(); i++) {
            StatusReason reason = process.reasons().get(i);
            Problems at = root.at("reasons", i);
            id(reason.id(), ids, at.at("id"));
            if (reason.statuses().isEmpty()) {
                at.at("statuses").report("lead.reasonUnused", reason.id(), "the reason is for no status");
            }
            for (int s = 0; s < reason.statuses().size(); s++) {
                reasonStatus(reason.statuses().get(s), at.at("statuses", s));
            }
            days(reason, at.at("returnAfterDays"));
        }
    }

    private void reasonStatus(String id, Problems at) {
        LeadStatus status = byId.get(id);
        if (known(id, at) && status != null) {
            LeadStatusType type = status.type();
            if (type != LeadStatusType.DISQUALIFIED && type != LeadStatusType.RECYCLED) {
                at.report(
                        "lead.reasonOfOtherStatus",
                        id,
                        "reasons are for disqualifying and recycling, but \"" + id + "\" is of the type " + type);
            }
        }
    }

    private void days(StatusReason reason, Problems at) {
        if (reason.returnAfterDays().isEmpty()) {
            return;
        }
        int days = reason.returnAfterDays().get();
        if (days < 1 || days > StatusReason.MOST_DAYS) {
            at.report("lead.daysRange", String.valueOf(days), "days are from 1 to " + StatusReason.MOST_DAYS);
        }
        if (reason.statuses().stream().noneMatch(ids(LeadStatusType.RECYCLED)::contains)) {
            at.report("lead.daysUnused", String.valueOf(days), "the reason is for no status from which leads return");
        }
    }

    private void types() {
        for (LeadStatusType type : List.of(LeadStatusType.NEW, LeadStatusType.CONVERTED, LeadStatusType.DISQUALIFIED)) {
            if (process.statuses().stream().noneMatch(status -> status.type() == type)) {
                root.at("statuses")
                        .report("lead.typeMissing", type.toString(), "there is no status of the type " + type);
            }
        }
        for (int i = 0; i < process.statuses().size(); i++) {
            LeadStatus status = process.statuses().get(i);
            if (status.type() == LeadStatusType.DISQUALIFIED
                    && process.reasons().stream()
                            .noneMatch(reason -> reason.statuses().contains(status.id()))) {
                root.at("statuses", i)
                        .report("lead.noReasons", status.id(), "there is no reason for which leads get here");
            }
        }
    }

    /** Every status can be reached by a new lead, and from every open one a lead can come to an end. */
    private void ways() {
        Set<String> reached = reachable(ids(LeadStatusType.NEW), false);
        Set<String> ends = new LinkedHashSet<>(ids(LeadStatusType.CONVERTED));
        ends.addAll(ids(LeadStatusType.DISQUALIFIED));
        Set<String> ending = reachable(ends, true);
        for (int i = 0; i < process.statuses().size(); i++) {
            String id = process.statuses().get(i).id();
            if (!reached.isEmpty() && !reached.contains(id)) {
                root.at("statuses", i).report("lead.unreachable", id, "no way leads from a new lead to this status");
            }
            if (!ends.isEmpty() && !ending.contains(id)) {
                root.at("statuses", i)
                        .report("lead.deadEnd", id, "no way leads from here to a converted or disqualified lead");
            }
        }
    }

    private Set<String> ids(LeadStatusType type) {
        Set<String> ids = new LinkedHashSet<>();
        byId.values().stream()
                .filter(status -> status.type() == type)
                .map(LeadStatus::id)
                .forEach(ids::add);
        return ids;
    }

    private Set<String> reachable(Set<String> from, boolean backwards) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        byId.values()
                .forEach(status -> status.next().stream()
                        .filter(byId::containsKey)
                        .forEach(next -> ways.computeIfAbsent(backwards ? next : status.id(), id -> new ArrayList<>())
                                .add(backwards ? status.id() : next)));
        Set<String> reached = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String next : ways.getOrDefault(open.remove(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
