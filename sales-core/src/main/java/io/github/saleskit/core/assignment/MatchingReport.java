package io.github.saleskit.core.assignment;

import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a matching by index down in the host's ids and numbers, with a reason for every lead. */
final class MatchingReport {

    private static final int REPS_NAMED = 3;

    private final MatchingGoal goal;
    private final DecimalScale scale;
    private final List<String> leads;
    private final List<String> reps;
    private final int[] capacities;
    private final CostTable table;
    private final IndexMatching matching;

    MatchingReport(
            MatchingGoal goal,
            DecimalScale scale,
            List<String> leads,
            List<String> reps,
            int[] capacities,
            CostTable table,
            IndexMatching matching) {
        this.goal = goal;
        this.scale = scale;
        this.leads = leads;
        this.reps = reps;
        this.capacities = capacities;
        this.table = table;
        this.matching = matching;
    }

    Matching write() {
        BottleneckSearch search = new BottleneckSearch(table, matching);
        Map<Integer, Bottleneck> bottlenecks = matching.complete() ? bottlenecks(search) : Map.of();
        List<MatchedLead> matched = new ArrayList<>();
        List<UnmatchedLead> unmatched = new ArrayList<>();
        for (int lead = 0; lead < leads.size(); lead++) {
            if (matching.repOf(lead) != IndexMatching.UNMATCHED) {
                matched.add(matched(lead));
            } else {
                Bottleneck bottleneck = bottlenecks.get(search.groupOf(lead));
                unmatched.add(new UnmatchedLead(leads.get(lead), whyUnmatched(lead, bottleneck)));
            }
        }
        return Matching.builder()
                .goal(goal)
                .total(number(matching.totalCost()))
                .bound(number(matching.dualBound()))
                .complete(matching.complete())
                .rounded(!scale.exact())
                .scale(scale.digits())
                .addAllMatched(matched)
                .addAllUnmatched(unmatched)
                .addAllReps(shares())
                .addAllBottlenecks(bottlenecks.values())
                .addAllReasons(summary())
                .build();
    }

    /** The host's number for a cost. */
    private BigDecimal number(long cost) {
        return scale.toDecimal(goal.cost(cost));
    }

    private Map<Integer, Bottleneck> bottlenecks(BottleneckSearch search) {
        search.run();
        Map<Integer, Bottleneck> bottlenecks = new TreeMap<>();
        search.groups()
                .forEach((group, members) -> bottlenecks.put(
                        group,
                        new Bottleneck(
                                members.reps().stream().map(reps::get).toList(),
                                members.reps().stream()
                                        .mapToLong(rep -> capacities[rep])
                                        .sum(),
                                members.leads().stream().map(leads::get).toList())));
        return bottlenecks;
    }

    private MatchedLead matched(int lead) {
        int rep = matching.repOf(lead);
        BigDecimal value = number(table.costOf(lead, rep));
        return new MatchedLead(leads.get(lead), reps.get(rep), value, whyMatched(lead, rep, value));
    }

    private Reason whyMatched(int lead, int rep, BigDecimal value) {
        if (!matching.complete()) {
            return Reason.of("core.assignment.matchedUnproven", "rep", reps.get(rep), "value", value);
        }
        int best = cheapest(lead);
        if (table.costOf(lead, best) == table.costOf(lead, rep)) {
            return Reason.of("core.assignment.matchedBest", "rep", reps.get(rep), "value", value);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("rep", reps.get(rep));
        parameters.put("value", value.toString());
        parameters.put("best", reps.get(best));
        parameters.put("bestValue", number(table.costOf(lead, best)).toString());
        if (matching.lacks(best) && !matching.lacks(rep)) {
            return new Reason("core.assignment.matchedNeededElsewhere", parameters, List.of());
        }
        long worth = matching.repPrice(best) - matching.repPrice(rep);
        parameters.put("worth", scale.toDecimal(worth).toString());
        return new Reason("core.assignment.matchedPlaceWorthMore", parameters, List.of());
    }

    private int cheapest(int lead) {
        int from = table.from(lead);
        int best = from;
        for (int entry = from; entry < table.to(lead); entry++) {
            best = table.costs()[entry] < table.costs()[best] ? entry : best;
        }
        return table.rep(best, from);
    }

    private Reason whyUnmatched(int lead, @Nullable Bottleneck bottleneck) {
        if (table.from(lead) == table.to(lead)) {
            return Reason.of("core.assignment.unmatchedNobodyEligible");
        }
        if (bottleneck == null) {
            return Reason.of("core.assignment.unmatchedUnproven");
        }
        return Reason.of(
                "core.assignment.unmatchedNoRoom",
                "reps",
                named(bottleneck.reps()),
                "leads",
                bottleneck.leads().size(),
                "capacity",
                bottleneck.capacity());
    }

    private static String named(List<String> ids) {
        String first = String.join(", ", ids.subList(0, Math.min(REPS_NAMED, ids.size())));
        return ids.size() <= REPS_NAMED ? first : first + ", +" + (ids.size() - REPS_NAMED);
    }

    private List<RepShare> shares() {
        int[] loads = new int[reps.size()];
        for (int lead = 0; lead < leads.size(); lead++) {
            if (matching.repOf(lead) != IndexMatching.UNMATCHED) {
                loads[matching.repOf(lead)]++;
            }
        }
        List<RepShare> shares = new ArrayList<>();
        for (int rep = 0; rep < reps.size(); rep++) {
            boolean lacks = matching.complete() && matching.lacks(rep);
            shares.add(new RepShare(reps.get(rep), capacities[rep], loads[rep], price(rep, lacks), lacks));
        }
        return shares;
    }

    private BigDecimal price(int rep, boolean lacks) {
        long price = matching.repPrice(rep) - (lacks ? matching.unmatchedCost() : 0);
        return scale.toDecimal(matching.complete() ? price : 0);
    }

    private List<Reason> summary() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                matching.complete()
                        ? Reason.of(
                                "core.assignment.matchingBest",
                                "matched",
                                matching.matched(),
                                "leads",
                                leads.size(),
                                "total",
                                number(matching.totalCost()))
                        : Reason.of(
                                "core.assignment.matchingStopped",
                                "matched",
                                matching.matched(),
                                "leads",
                                leads.size(),
                                "total",
                                number(matching.totalCost()),
                                "bound",
                                number(matching.dualBound())));
        if (!scale.exact()) {
            reasons.add(Reason.of("core.assignment.matchingRounded", "digits", scale.digits()));
        }
        return reasons;
    }
}
