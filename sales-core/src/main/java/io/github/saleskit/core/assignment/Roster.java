package io.github.saleskit.core.assignment;

import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who ever took part in a rotation, with the weights they had last; shared by all states between two changes.
 */
final class Roster {

    static final int WORD = 6;
    static final int IN_WORD = 63;
    static final Roster NOBODY = new Roster(new String[0], new int[0], null, null);

    /** In natural order. */
    final String[] ids;

    /** 0 for who never had one. */
    final int[] weights;

    /** The group for which places are known. */
    private final @Nullable RotationGroup group;

    /** Where in this roster the people of the group are; null when they are all of it. */
    private final int @Nullable [] places;

    private final long sumOfWeights;

    /** One over each weight. */
    final double[] reciprocals;

    Roster(String[] ids, int[] weights, @Nullable RotationGroup group, int @Nullable [] places) {
        this.ids = ids;
        this.weights = weights;
        this.group = group;
        this.places = places;
        this.reciprocals = new double[weights.length];
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            reciprocals[i] = 1.0 / weights[i];
            sum += weights[i];
        }
        this.sumOfWeights = sum;
    }

    /** The weights of some people together: those of all less those of the others where these are fewer. */
    long sumOfWeights(long[] some, int count) {
        boolean fewer = 2 * count <= ids.length;
        if (!fewer && count == ids.length) {
            return sumOfWeights;
        }
        long sum = 0;
        for (int word = 0; word < some.length; word++) {
            for (long left = fewer ? some[word] : others(some[word], word); left != 0; left &= left - 1) {
                sum += weights[(word << WORD) + Long.numberOfTrailingZeros(left)];
            }
        }
        return fewer ? sum : sumOfWeights - sum;
    }

    /** Of the people of a word, those who are not among some. */
    long others(long some, int word) {
        int people = Math.min(Long.SIZE, ids.length - (word << WORD));
        return ~some & (-1L >>> (Long.SIZE - people));
    }

    boolean isFor(RotationGroup other) {
        return group != null && group.equals(other);
    }

    int words() {
        return (ids.length + IN_WORD) >> WORD;
    }

    /** The roster with the people and weights of a group; who is not in it keeps the weight they had. */
    Roster with(RotationGroup newGroup) {
        String[] all = union(ids, newGroup.ids());
        RotationGroup.requireFewEnough(all.length);
        int[] newWeights = new int[all.length];
        for (int i = 0; i < ids.length; i++) {
            newWeights[Arrays.binarySearch(all, ids[i])] = weights[i];
        }
        int[] newPlaces = new int[newGroup.size()];
        for (int i = 0; i < newPlaces.length; i++) {
            newPlaces[i] = Arrays.binarySearch(all, newGroup.id(i));
            newWeights[newPlaces[i]] = newGroup.weight(i);
        }
        return new Roster(all, newWeights, newGroup, all.length == newPlaces.length ? null : newPlaces);
    }

    /** The roster with one more person, without weight. */
    Roster with(String id) {
        String[] all = union(ids, new String[] {id});
        int[] newWeights = new int[all.length];
        for (int i = 0; i < ids.length; i++) {
            newWeights[Arrays.binarySearch(all, ids[i])] = weights[i];
        }
        return new Roster(all, newWeights, null, null);
    }

    /** The very same array when nobody is new. */
    private static String[] union(String[] ids, String[] more) {
        TreeSet<String> all = new TreeSet<>(Arrays.asList(ids));
        all.addAll(Arrays.asList(more));
        return all.size() == ids.length ? ids : all.toArray(String[]::new);
    }

    /** Bits over the group as bits over the roster; one word for each 64 people. */
    long[] placed(long[] groupBits) {
        if (places == null) {
            return groupBits.length == words() ? groupBits : Arrays.copyOf(groupBits, words());
        }
        long[] bits = new long[words()];
        for (int word = 0; word < groupBits.length; word++) {
            for (long left = groupBits[word]; left != 0; left &= left - 1) {
                int place = places[(word << WORD) + Long.numberOfTrailingZeros(left)];
                bits[place >> WORD] |= 1L << place;
            }
        }
        return bits;
    }
}
