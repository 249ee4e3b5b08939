package io.github.saleskit.cpq.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of several rules is the most specific.
 *
 * <p>Those of the highest priority, where one states any; of these, if all of them ask the same apart from one
 * dimension, those that ask about its better-ranked field: a product before its family, a customer before a segment
 * before a market. When more than one is left then, none is: the rules conflict.
 *
 * <p>Immutable and thread-safe.
 *
 * @param dimensions each a list of fields, the more specific first
 */
public record SpecificityOrder(List<List<String>> dimensions) {

    private static final SpecificityOrder STANDARD = new SpecificityOrder(List.of(
            List.of("product", "family", "line.brand"),
            List.of("customer", "quote.segment", "quote.market"),
            List.of("quote.supplier", "quote.supplierGroup")));

    public SpecificityOrder {
        dimensions = dimensions.stream().map(List::copyOf).toList();
    }

    /**
     * Products before families before brands; customers before segments before markets; suppliers before their groups.
     */
    public static SpecificityOrder standard() {
        return STANDARD;
    }

    /**
     * A rule to choose from.
     *
     * @param id of the rule
     * @param priority stated for it, 0 where none is
     * @param fields it asks
     */
    public record Candidate(String id, int priority, Set<String> fields) {
        public Candidate {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    /** The most specific of at least one; empty when the rules conflict. */
    public Optional<Candidate> choose(Collection<Candidate> candidates) {
        int highest = candidates.stream().mapToInt(Candidate::priority).max().orElse(0);
        List<Candidate> left =
                candidates.stream().filter(each -> each.priority() == highest).toList();
        for (int i = 0; i < dimensions.size() && left.size() > 1; i++) {
            if (alikeBeside(left, dimensions.get(i))) {
                left = best(left, dimensions.get(i));
                break;
            }
        }
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    private static boolean alikeBeside(List<Candidate> candidates, List<String> dimension) {
        return candidates.stream()
                        .map(each -> without(each.fields(), dimension))
                        .distinct()
                        .count()
                == 1;
    }

    private static Set<String> without(Set<String> fields, List<String> dimension) {
        Set<String> rest = new TreeSet<>(fields);
        dimension.forEach(rest::remove);
        return rest;
    }

    private static List<Candidate> best(List<Candidate> candidates, List<String> dimension) {
        for (String field : dimension) {
            List<Candidate> asking = new ArrayList<>(candidates);
            asking.removeIf(each -> !each.fields().contains(field));
            if (!asking.isEmpty()) {
                return asking;
            }
        }
        return candidates;
    }
}
