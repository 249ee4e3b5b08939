package io.github.saleskit.core.assignment;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People and their weights, prepared for many turns of a {@link Rotation}.
 *
 * <pre>{@code
 * RotationGroup group = RotationGroup.of(Map.of("ann", 2, "bob", 1, "cem", 1));
 * BitSet mayTake = group.everybody();
 * mayTake.clear(group.indexOf("bob"));
 * Rotation.Turn turn = rotation.turn(group, mayTake);
 * }</pre>
 *
 * <p>Only the proportions of the weights matter. Immutable and thread-safe.
 */
public final class RotationGroup {

    /** The greatest weight. */
    public static final int HEAVIEST = 1_000_000;

    /** The most people of a group, and of a rotation. */
    public static final int MOST_PEOPLE = 100_000;

    /** In natural order. */
    private final String[] ids;

    /** In lowest terms. */
    private final int[] weights;

    private RotationGroup(SortedMap<String, Integer> byId) {
        ids = byId.keySet().toArray(String[]::new);
        weights = byId.values().stream().mapToInt(weight -> weight).toArray();
        toLowestTerms(weights);
    }

    /**
     * A group.
     *
     * @param weights from 1 to {@value #HEAVIEST} by id, of at most {@value #MOST_PEOPLE} people
     * @throws IllegalArgumentException when nobody is in it, there are too many people or a weight is out of range
     */
    public static RotationGroup of(Map<String, Integer> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights is empty, but somebody must be able to take a turn.");
        }
        requireFewEnough(weights.size());
        weights.forEach((id, weight) -> {
            if (weight < 1 || weight > HEAVIEST) {
                throw new IllegalArgumentException("weight of " + id + " is " + weight + ", but must be from 1 to "
                        + HEAVIEST + ".\nMaybe leave out who may not take the turn?");
            }
        });
        return new RotationGroup(new TreeMap<>(weights));
    }

    static void requireFewEnough(int people) {
        if (people > MOST_PEOPLE) {
            throw new IllegalArgumentException("there are " + people + " people, but a rotation has at most "
                    + MOST_PEOPLE + ".\nMaybe a rotation for each team?");
        }
    }

    static void toLowestTerms(int[] weights) {
        int common = 0;
        for (int i = 0; i < weights.length && common != 1; i++) {
            common = (int) LongMath.gcd(common, weights[i]);
        }
        for (int i = 0; i < weights.length && common > 1; i++) {
            weights[i] /= common;
        }
    }

    /** How many people there are. */
    public int size() {
        return ids.length;
    }

    /** The id at an index; ids are in natural order. */
    public String id(int index) {
        return ids[index];
    }

    /** The index of an id, or a negative number when it is not in the group. */
    public int indexOf(String id) {
        return Arrays.binarySearch(ids, id);
    }

    /** The weight at an index, all of them in lowest terms. */
    public int weight(int index) {
        return weights[index];
    }

    /** A new set of all indexes. */
    public BitSet everybody() {
        BitSet all = new BitSet(ids.length);
        all.set(0, ids.length);
        return all;
    }

    String[] ids() {
        return ids;
    }

    int[] weights() {
        return weights;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof RotationGroup that
                        && Arrays.equals(weights, that.weights)
                        && Arrays.equals(ids, that.ids));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(weights);
    }

    /** Ids and weights. */
    @Override
    public String toString() {
        Map<String, Integer> byId = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], weights[i]);
        }
        return byId.toString();
    }
}
