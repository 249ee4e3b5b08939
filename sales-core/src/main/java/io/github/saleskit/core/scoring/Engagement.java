package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one lead did: events of the host's own type, in the order of time.
 *
 * <pre>{@code
 * Engagement<Activity> engagement = Engagement.of(activities, Activity::at);
 * Map<String, Engagement<Activity>> byLead = Engagement.byLead(allActivities, Activity::lead, Activity::at);
 * }</pre>
 *
 * <p>Making one takes time linear in the number of events when they come in the order of time, either way, else n log
 * n. An event without an instant is kept aside: it counts for no rule, and a score says so.
 *
 * <p>Immutable, and thread-safe where the host's events are.
 *
 * @param <E> the host's type of event
 */
public final class Engagement<E> {

    private static final Engagement<?> NONE = new Engagement<>(List.of(), new long[0], new int[0], 0);

    private final List<E> events;
    private final long[] seconds;
    private final int[] nanos;
    private final int undated;

    private Engagement(List<E> events, long[] seconds, int[] nanos, int undated) {
        this.events = events;
        this.seconds = seconds;
        this.nanos = nanos;
        this.undated = undated;
    }

    /** Of a lead that did nothing. */
    @SuppressWarnings("unchecked")
    public static <E> Engagement<E> none() {
        return (Engagement<E>) NONE;
    }

    /**
     * Of events in any order; those at the same instant stay in the order given.
     *
     * @param at when an event happened; null when nobody knows
     */
    public static <E> Engagement<E> of(
            Collection<? extends E> events, Function<? super E, ? extends @Nullable Instant> at) {
        List<Dated<E>> dated = new ArrayList<>(events.size());
        for (E event : events) {
            Instant instant = at.apply(requireNonNull(event, "event"));
            if (instant != null) {
                dated.add(new Dated<>(event, instant));
            }
        }
        return of(dated, events.size() - dated.size());
    }

    private record Dated<E>(E event, Instant at) {}

    private static <E> Engagement<E> of(List<Dated<E>> dated, int undated) {
        dated.sort(Comparator.comparing(Dated::at));
        List<E> events = new ArrayList<>(dated.size());
        long[] seconds = new long[dated.size()];
        int[] nanos = new int[dated.size()];
        for (int i = 0; i < seconds.length; i++) {
            Instant at = dated.get(i).at();
            events.add(dated.get(i).event());
            seconds[i] = at.getEpochSecond();
            nanos[i] = at.getNano();
        }
        return new Engagement<>(Collections.unmodifiableList(events), seconds, nanos, undated);
    }

    /**
     * The events of many leads, sorted out by lead, in the order in which the leads first occur.
     *
     * @param lead id of the lead an event belongs to
     * @param at when it happened; null when nobody knows
     */
    public static <E> Map<String, Engagement<E>> byLead(
            Collection<? extends E> events,
            Function<? super E, String> lead,
            Function<? super E, ? extends @Nullable Instant> at) {
        Map<String, List<E>> sorted = new LinkedHashMap<>();
        for (E event : events) {
            sorted.computeIfAbsent(requireNonNull(lead.apply(event), "lead"), id -> new ArrayList<>())
                    .add(event);
        }
        Map<String, Engagement<E>> byLead = new LinkedHashMap<>();
        sorted.forEach((id, own) -> byLead.put(id, of(own, at)));
        return Collections.unmodifiableMap(byLead);
    }

    /** These events and one more; linear in their number. */
    public Engagement<E> plus(E event, Instant at) {
        List<Dated<E>> dated = new ArrayList<>(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            dated.add(new Dated<>(events.get(i), at(i)));
        }
        dated.add(new Dated<>(requireNonNull(event, "event"), requireNonNull(at, "at")));
        return of(dated, undated);
    }

    /** The events, the earliest first; those without an instant are left out. */
    public List<E> events() {
        return events;
    }

    /** How many events have no instant. */
    public int undated() {
        return undated;
    }

    E event(int index) {
        return events.get(index);
    }

    /**
     * When an event happened.
     *
     * @param index of the event in {@link #events}
     * @throws IndexOutOfBoundsException when there is no such event
     */
    public Instant at(int index) {
        return Instant.ofEpochSecond(seconds[index], nanos[index]);
    }

    /** How old an event is, in nanoseconds; negative when it is yet to come, and at most 292 years either way. */
    long age(int index, Instant now) {
        return age(seconds[index], nanos[index], now);
    }

    static long age(Instant at, Instant now) {
        return age(at.getEpochSecond(), at.getNano(), now);
    }

    private static long age(long seconds, int nanos, Instant now) {
        long difference = now.getEpochSecond() - seconds;
        if (Math.abs(difference) > Long.MAX_VALUE / 1_000_000_000 - 2) {
            return difference < 0 ? Long.MIN_VALUE : Long.MAX_VALUE - 1; // the largest is the end of what never ends
        }
        return difference * 1_000_000_000 + now.getNano() - nanos;
    }
}
