package io.github.saleskit.cpq.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns optional and alternative lines of a quote into lines that are sold. */
final class LineChoice {

    private final Quote quote;
    private final Set<String> chosen;
    private final Map<String, QuoteLine> byId = new LinkedHashMap<>();
    private final Map<String, String> takenFor = new LinkedHashMap<>();

    LineChoice(Quote quote, Collection<String> chosen) {
        this.quote = quote;
        this.chosen = new LinkedHashSet<>(chosen);
        quote.lines().forEach(line -> byId.put(line.id(), line));
        this.chosen.forEach(this::choose);
        chooseParts();
        this.chosen.stream().filter(takenFor::containsKey).findFirst().ifPresent(base -> {
            throw new IllegalArgumentException("lines has \"" + base + "\" and \"" + takenFor.get(base)
                    + "\", but the second takes the place of the first.");
        });
    }

    private void choose(String id) {
        QuoteLine line = byId.get(id);
        if (line == null || line.counts()) {
            throw new IllegalArgumentException("lines has \"" + id + "\", but quote " + quote.id()
                    + (line == null ? " has no such line." : " sells that line anyway."));
        }
        line.alternativeTo().ifPresent(base -> {
            String other = takenFor.putIfAbsent(base, id);
            if (other != null) {
                throw new IllegalArgumentException("lines has \"" + id + "\" and \"" + other
                        + "\", but only one of them can be taken in the place of " + base + ".");
            }
        });
    }

    /** Who chooses a bundle that is offered gets what is optional in it, but for what an alternative replaces. */
    private void chooseParts() {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        for (QuoteLine line : quote.lines()) {
            boolean alone =
                    line.optional().orElse(false) && line.alternativeTo().isEmpty();
            if (alone && !takenFor.containsKey(line.id())) {
                line.partOf()
                        .ifPresent(bundle -> offered.computeIfAbsent(bundle, id -> new ArrayList<>())
                                .add(line.id()));
            }
        }
        Deque<String> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            offered.getOrDefault(open.remove(), List.of()).stream()
                    .filter(chosen::add)
                    .forEach(open::add);
        }
    }

    /** Whether a line, or a bundle it is part of, is replaced; what is part of itself is not. */
    private boolean isReplaced(QuoteLine line) {
        Set<String> seen = new LinkedHashSet<>();
        QuoteLine at = line;
        while (at != null && seen.add(at.id())) {
            if (takenFor.containsKey(at.id())
                    || at.alternativeTo().map(takenFor::containsKey).orElse(false)) {
                return !chosen.contains(at.id());
            }
            at = at.partOf().map(byId::get).orElse(null);
        }
        return false;
    }

    /**
     * The lines that are replaced are gone, with what is part of them and all alternatives to them; other optional and
     * alternative lines stay offers.
     */
    Quote apply() {
        List<QuoteLine> lines = new ArrayList<>();
        for (QuoteLine line : quote.lines()) {
            if (chosen.contains(line.id())) {
                lines.add(line.withOptional(Optional.empty()).withAlternativeTo(Optional.empty()));
            } else if (!isReplaced(line)) {
                lines.add(line);
            }
        }
        return quote.withLines(lines);
    }
}
