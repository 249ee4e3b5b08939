package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Map;
import java.util.TreeMap;

/** How a rotation looks as JSON. */
record RotationShape(@Required long unit, @Required Map<String, Long> credits, Map<String, Integer> steady)
        implements StrictDocument {

    RotationShape {
        credits = new TreeMap<>(requireNonNull(credits, "credits"));
        steady = steady == null ? new TreeMap<>() : new TreeMap<>(steady);
        if (unit < 1 || unit > Ledger.FINEST) {
            throw new IllegalArgumentException("unit is " + unit + ", but must be from 1 to " + Ledger.FINEST + ".");
        }
        checkCredits(unit, credits);
        steady.forEach((id, weight) -> requireNonNull(weight, () -> "steady weight of " + id));
        if (!credits.keySet().containsAll(steady.keySet())) {
            throw new IllegalArgumentException("steady names " + steady.keySet() + ", but only " + credits.keySet()
                    + " have credits.\nMaybe the state was edited by hand?");
        }
    }

    private static void checkCredits(long unit, Map<String, Long> credits) {
        long sum = 0;
        for (Map.Entry<String, Long> entry : credits.entrySet()) {
            long credit = requireNonNull(entry.getValue(), () -> "credit of " + entry.getKey());
            long turns = credit / unit;
            if (turns > credits.size() || turns < -credits.size()) {
                throw new IllegalArgumentException("credit of " + entry.getKey() + " is " + credit + " at " + unit
                        + " a turn, but no credit is beyond the number of people, " + credits.size() + ".");
            }
            sum += credit;
        }
        if (sum != 0) {
            throw new IllegalArgumentException(
                    "credits add up to " + sum + ", but must add up to 0.\nMaybe somebody was removed by hand?");
        }
    }

    static RotationShape of(Rotation rotation) {
        Map<String, Long> credits = new TreeMap<>();
        Map<String, Integer> steady = new TreeMap<>();
        for (int i = 0; i < rotation.ids.length; i++) {
            credits.put(rotation.ids[i], rotation.credits[i]);
            if (rotation.steady[i] > 0) {
                steady.put(rotation.ids[i], rotation.steady[i]);
            }
        }
        return new RotationShape(rotation.unit, credits, steady);
    }

    Rotation toRotation() {
        return new Rotation(
                credits.keySet().toArray(String[]::new),
                credits.values().stream().mapToLong(credit -> credit).toArray(),
                credits.keySet().stream()
                        .mapToInt(id -> steady.getOrDefault(id, 0))
                        .toArray(),
                unit);
    }
}
