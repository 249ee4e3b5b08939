package io.github.saleskit.territory.rule;

import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how accounts are covered. */
final class Coverage<T> {

    private static final int EXAMPLES = 5;
    private static final int GAPS = 20;

    private final TerritoryModel model;
    private final Instant asOf;
    private final List<CoverageMeasure<T>> measures;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Tally uncovered;
    private final List<String> gaps = new ArrayList<>();
    private final Map<Long, Shared> overlaps = new TreeMap<>();
    private long accounts;
    private long owned;

    private static final class Shared {
        private final int winner;
        private final int loser;
        private final List<String> examples = new ArrayList<>();
        private long count;

        private Shared(int winner, int loser) {
            this.winner = winner;
            this.loser = loser;
        }
    }

    /** Accounts and the totals of the measures. */
    private static final class Tally {
        private final double[] totals;
        private long accounts;

        private Tally(int measures) {
            totals = new double[measures];
        }
    }

    Coverage(TerritoryModel model, Instant asOf, List<CoverageMeasure<T>> measures) {
        this.model = model;
        this.asOf = asOf;
        this.measures = measures;
        model.territories().forEach(node -> tallies.put(node.id(), new Tally(measures.size())));
        uncovered = new Tally(measures.size());
        if (measures.stream().map(CoverageMeasure::name).distinct().count() < measures.size()) {
            throw new IllegalArgumentException("measures have a name twice: "
                    + measures.stream().map(CoverageMeasure::name).toList() + ".");
        }
    }

    void add(T account, String id, int winner) {
        accounts++;
        if (winner >= 0) {
            owned++;
            String territory = model.rules().get(winner).territory();
            add(tallies.getOrDefault(territory, uncovered), account, id, Optional.of(territory));
            return;
        }
        add(uncovered, account, id, Optional.empty());
        if (gaps.size() < GAPS) {
            gaps.add(id);
        }
    }

    private void add(Tally tally, T account, String id, Optional<String> territory) {
        tally.accounts++;
        for (int m = 0; m < measures.size(); m++) {
            double amount = measures.get(m).amount().applyAsDouble(account, territory);
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException(
                        measures.get(m).name() + " of the account " + id + " is " + amount + ", but must be finite.");
            }
            tally.totals[m] += amount;
        }
    }

    private Map<String, Double> totals(Tally tally) {
        Map<String, Double> totals = new LinkedHashMap<>();
        for (int m = 0; m < measures.size(); m++) {
            totals.put(measures.get(m).name(), tally.totals[m]);
        }
        return totals;
    }

    private TerritoryCoverage territory(TerritoryNode node) {
        Tally tally = tallies.getOrDefault(node.id(), uncovered);
        long reps = node.members().stream()
                .filter(member -> Effective.at(member.from(), member.until(), asOf))
                .map(TerritoryMember::rep)
                .distinct()
                .count();
        return new TerritoryCoverage(node.id(), tally.accounts, (int) reps, totals(tally));
    }

    void overlap(String account, int winner, int loser) {
        Shared shared = overlaps.computeIfAbsent((long) winner << 32 | loser, key -> new Shared(winner, loser));
        shared.count++;
        if (shared.examples.size() < EXAMPLES) {
            shared.examples.add(account);
        }
    }

    CoverageReport report() {
        List<TerritoryOverlap> pairs = overlaps.values().stream()
                .sorted(Comparator.comparingLong((Shared shared) -> -shared.count))
                .map(shared -> new TerritoryOverlap(
                        model.rules().get(shared.winner).id(),
                        model.rules().get(shared.loser).id(),
                        shared.count,
                        shared.examples))
                .toList();
        Reason covered = Reason.of(
                "territory.rule.covered",
                "accounts",
                accounts,
                "owned",
                owned,
                "gaps",
                accounts - owned,
                "overlaps",
                pairs.size());
        return new CoverageReport(
                accounts,
                owned,
                gaps,
                model.territories().stream().map(this::territory).toList(),
                measures.isEmpty() ? Map.of() : totals(uncovered),
                pairs,
                List.of(covered));
    }
}
