package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** How a rotation looks as JSON. */
record RotationShape(@Required long unit, @Required Map<String, Long> credits, Map<String, Integer> steady)
        implements StrictDocument {

    RotationShape {
        credits = new TreeMap<>(requireNonNull(credits, "credits"));
        steady = steady == null ? new TreeMap<>() : new TreeMap<>(steady);
        RotationGroup.requireFewEnough(credits.size());
        long finest = Alignment.finest(credits.size());
        if (unit < 1 || unit > finest) {
            throw new IllegalArgumentException("unit is " + unit + ", but must be from 1 to " + finest + ".");
        }
        checkCredits(credits);
        steady.forEach((id, weight) -> {
            if (requireNonNull(weight, () -> "steady weight of " + id) < 1 || weight > RotationGroup.HEAVIEST) {
                throw new IllegalArgumentException("steady weight of " + id + " is " + weight
                        + ", but must be from 1 to " + RotationGroup.HEAVIEST + ".");
            }
        });
        if (!credits.keySet().containsAll(steady.keySet())) {
            throw new IllegalArgumentException("steady names " + steady.keySet() + ", but only " + credits.keySet()
                    + " have credits.\nMaybe the state was edited by hand?");
        }
    }

    private static void checkCredits(Map<String, Long> credits) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<String, Long> entry : credits.entrySet()) {
            long credit = requireNonNull(entry.getValue(), () -> "credit of " + entry.getKey());
            if (credit > 2 * Alignment.FARTHEST || credit < -2 * Alignment.FARTHEST) {
                throw new IllegalArgumentException("credit of " + entry.getKey() + " is " + credit
                        + ", but no credit is beyond " + 2 * Alignment.FARTHEST + ".");
            }
            sum = sum.add(BigInteger.valueOf(credit));
        }
        if (sum.signum() != 0) {
            throw new IllegalArgumentException(
                    "credits add up to " + sum + ", but must add up to 0.\nMaybe somebody was removed by hand?");
        }
    }

    static RotationShape of(Rotation rotation) {
        Map<String, Long> credits = new TreeMap<>();
        Map<String, Integer> steady = new TreeMap<>();
        String[] ids = rotation.roster.ids;
        for (int i = 0; i < ids.length; i++) {
            credits.put(ids[i], rotation.creditAt(i));
            if (rotation.isSteady(i)) {
                steady.put(ids[i], rotation.roster.weights[i]);
            }
        }
        int[] weights = steady.values().stream().mapToInt(weight -> weight).toArray();
        RotationGroup.toLowestTerms(weights);
        int i = 0;
        for (Map.Entry<String, Integer> entry : steady.entrySet()) {
            entry.setValue(weights[i++]);
        }
        return new RotationShape(rotation.unit, credits, steady);
    }

    Rotation toRotation() {
        String[] ids = credits.keySet().toArray(String[]::new);
        int[] weights = new int[ids.length];
        long[] bits = new long[(ids.length + Roster.IN_WORD) >> Roster.WORD];
        for (int i = 0; i < ids.length; i++) {
            weights[i] = steady.getOrDefault(ids[i], 0);
            bits[i >> Roster.WORD] |= weights[i] > 0 ? 1L << i : 0;
        }
        long[] all = credits.values().stream().mapToLong(credit -> credit).toArray();
        return new Rotation(
                new Roster(ids, weights, null, null), Alignment.blocks(all), 0, unit, steady.isEmpty() ? null : bits);
    }
}
