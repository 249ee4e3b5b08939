package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The offsets of a zone from UTC; unlike {@link ZoneRules} looks those of 1900 to 2100 up without allocating. */
final class ZoneOffsets {

    /** Zones are few; whoever makes up more rules than this has them computed again. */
    private static final int MOST_KNOWN = 1_000;

    private static final Map<ZoneRules, ZoneOffsets> KNOWN = new ConcurrentHashMap<>();

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final ZoneRules rules;
    private final long[] starts;
    private final int[] offsets;

    /** The offsets of a zone with these rules. */
    static ZoneOffsets of(ZoneRules rules) {
        ZoneOffsets known = KNOWN.get(rules);
        if (known != null) {
            return known;
        }
        ZoneOffsets offsets = new ZoneOffsets(rules);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(rules, offsets);
        }
        return offsets;
    }

    private ZoneOffsets(ZoneRules rules) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        this.rules = rules;
        this.starts = new long[transitions.size() + 1];
        this.offsets = new int[starts.length];
        starts[0] = FIRST.getEpochSecond();
        offsets[0] = rules.getOffset(FIRST).getTotalSeconds();
        for (int i = 1; i < starts.length; i++) {
            starts[i] = transitions.get(i - 1).toEpochSecond();
            offsets[i] = transitions.get(i - 1).getOffsetAfter().getTotalSeconds();
        }
    }

    /** The offset at an instant, in seconds. */
    int at(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < starts[0] || second >= LAST.getEpochSecond()) {
            return rules.getOffset(instant).getTotalSeconds();
        }
        int found = Arrays.binarySearch(starts, second);
        return offsets[found >= 0 ? found : -found - 2];
    }
}
