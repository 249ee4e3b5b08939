package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterators;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Recurrence rules from one start, with single times added and removed: DTSTART, RRULE, RDATE and EXDATE of RFC 5545.
 *
 * <pre>{@code
 * {"version": 1, "start": "2026-11-23T09:00:00", "rules": ["FREQ=WEEKLY;BYDAY=MO"],
 *  "added": ["2026-12-30T09:00:00"], "removed": ["2026-12-28T09:00:00"]}
 * }</pre>
 *
 * <p>The start is an occurrence only if a rule matches it or if it is added. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param start of the rules
 * @param rules whose occurrences are joined
 * @param added times besides, also before the start
 * @param removed times that are none, stronger than rules and added ones
 */
@ValueStyle
@Value.Builder
public record RecurrenceSet(
        @Required int version,
        @Required LocalDateTime start,
        @Complete List<Recurrence> rules,
        @Complete List<LocalDateTime> added,
        @Complete List<LocalDateTime> removed)
        implements StrictDocument, WithRecurrenceSet {

    public RecurrenceSet {
        DocumentVersion.require("recurrence set", version, 1);
        requireNonNull(start, "start");
        rules = rules == null ? List.of() : List.copyOf(rules);
        added = added == null ? List.of() : List.copyOf(added);
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** The occurrences in order, each once, computed while they are asked for. */
    public Stream<LocalDateTime> occurrences() {
        return occurrences(WorkMeter.unlimited());
    }

    /**
     * The occurrences in order, each once, computed while they are asked for.
     *
     * @param meter as for {@link Recurrence#occurrences(LocalDateTime, WorkMeter)}
     */
    public Stream<LocalDateTime> occurrences(WorkMeter meter) {
        Set<LocalDateTime> none = new TreeSet<>(removed);
        return join(
                rules.stream().map(rule -> rule.occurrences(start, meter)),
                added.stream().sorted(),
                Function.identity(),
                none::contains);
    }

    /**
     * The occurrences in order in a time zone, each instant once, computed while they are asked for.
     *
     * <p>Times are found in the zone as {@link Recurrence#occurrences(ZonedDateTime, WorkMeter)} says, removed ones
     * too.
     *
     * @param meter as for {@link Recurrence#occurrences(LocalDateTime, WorkMeter)}
     */
    public Stream<ZonedDateTime> occurrences(ZoneId zone, WorkMeter meter) {
        Set<Instant> none = removed.stream()
                .map(time -> time.atZone(zone).toInstant())
                .collect(Collectors.toCollection(TreeSet::new));
        return join(
                rules.stream().map(rule -> rule.occurrences(start.atZone(zone), meter)),
                added.stream().map(time -> time.atZone(zone)).sorted(Comparator.comparing(ZonedDateTime::toInstant)),
                ZonedDateTime::toInstant,
                time -> none.contains(time.toInstant()));
    }

    private static <T, K extends Comparable<? super K>> Stream<T> join(
            Stream<Stream<T>> rules, Stream<T> added, Function<T, K> key, Predicate<T> removed) {
        List<Iterator<T>> sources = new ArrayList<>(rules.map(Stream::iterator).toList());
        sources.add(added.iterator());
        Iterator<T> joined = Iterators.mergeSorted(sources, Comparator.comparing(key));
        return new Distinct<>(joined, key, removed).stream();
    }

    /** Leaves out what is removed and what has the key of the one before. */
    private static final class Distinct<T, K> implements Occurrences<T> {

        private final Iterator<T> sorted;
        private final Function<T, K> key;
        private final Predicate<T> removed;
        private @Nullable K previous;

        Distinct(Iterator<T> sorted, Function<T, K> key, Predicate<T> removed) {
            this.sorted = sorted;
            this.key = key;
            this.removed = removed;
        }

        @Override
        public @Nullable T next() {
            while (sorted.hasNext()) {
                T time = sorted.next();
                if (!key.apply(time).equals(previous) && !removed.test(time)) {
                    previous = key.apply(time);
                    return time;
                }
            }
            return null;
        }
    }

    /** A builder of version 1, with everything but the start optional. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RecurrenceSet}; build names everything that is missing. */
    public static final class Builder extends RecurrenceSetBuilder {
        Builder() {
            version(1);
        }
    }
}
