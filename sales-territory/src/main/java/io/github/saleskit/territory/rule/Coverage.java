package io.github.saleskit.territory.rule;

import io.github.saleskit.core.explain.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how accounts are covered. */
final class Coverage {

    private static final int EXAMPLES = 5;
    private static final int GAPS = 20;

    private final TerritoryModel model;
    private final Map<String, Long> byTerritory = new LinkedHashMap<>();
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

    Coverage(TerritoryModel model) {
        this.model = model;
        model.territories().forEach(node -> byTerritory.put(node.id(), 0L));
    }

    void add(String account, int winner) {
        accounts++;
        if (winner >= 0) {
            owned++;
            byTerritory.merge(model.rules().get(winner).territory(), 1L, Long::sum);
        } else if (gaps.size() < GAPS) {
            gaps.add(account);
        }
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
        return new CoverageReport(accounts, owned, gaps, byTerritory, pairs, List.of(covered));
    }
}
