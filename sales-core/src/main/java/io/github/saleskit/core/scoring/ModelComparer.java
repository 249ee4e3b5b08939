package io.github.saleskit.core.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the scores of the same leads by two models. */
final class ModelComparer {

    private static final Comparator<Optional<String>> NONE_LAST =
            Comparator.comparing((Optional<String> grade) -> grade.isEmpty()).thenComparing(grade -> grade.orElse(""));

    /** From one grade to another. */
    private record Way(Optional<String> from, Optional<String> to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int order = NONE_LAST.compare(from, other.from);
            return order != 0 ? order : NONE_LAST.compare(to, other.to);
        }
    }

    private final String first;
    private final String second;
    private final List<LeadMovement> leads = new ArrayList<>();
    private final Map<Way, Integer> ways = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int failed;
    private int regraded;

    ModelComparer(String first, String second) {
        this.first = first;
        this.second = second;
    }

    void add(String lead, LeadScore before, LeadScore after) {
        leads.add(new LeadMovement(lead, before.points(), after.points(), before.grade(), after.grade()));
        ways.merge(new Way(before.grade(), after.grade()), 1, Integer::sum);
        regraded += before.grade().equals(after.grade()) ? 0 : 1;
    }

    void fail(String lead, RuntimeException problem) {
        failed++;
        if (failures.size() < ModelComparison.LISTED) {
            failures.add(lead + ": " + Objects.toString(problem.getMessage(), problem.toString()));
        }
    }

    ModelComparison comparison() {
        return ModelComparison.builder()
                .first(first)
                .second(second)
                .leads(leads.size())
                .regraded(regraded)
                .firstPoints(spread(false))
                .secondPoints(spread(true))
                .addAllMovements(ways.entrySet().stream()
                        .map(way -> new GradeMovement(
                                way.getKey().from(), way.getKey().to(), way.getValue()))
                        .toList())
                .addAllLargest(largest())
                .addAllFailures(failures)
                .failed(failed)
                .build();
    }

    private Optional<PointsDistribution> spread(boolean after) {
        return leads.isEmpty()
                ? Optional.empty()
                : Optional.of(PointsDistribution.of(leads.stream()
                        .map(lead -> after ? lead.after() : lead.before())
                        .toList()));
    }

    private List<LeadMovement> largest() {
        return leads.stream()
                .filter(lead -> lead.difference().signum() != 0)
                .sorted(Comparator.comparing(
                                (LeadMovement lead) -> lead.difference().abs().negate())
                        .thenComparing(LeadMovement::lead))
                .limit(ModelComparison.LISTED)
                .toList();
    }
}
