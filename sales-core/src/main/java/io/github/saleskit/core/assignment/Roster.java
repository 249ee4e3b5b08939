package io.github.saleskit.core.assignment;

import java.util.Arrays;
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
        int[] newWeights = spread(weights, ids, all);
        int[] newPlaces = places(newGroup.ids(), all);
        for (int i = 0; i < newPlaces.length; i++) {
            newWeights[newPlaces[i]] = newGroup.weight(i);
        }
        return new Roster(all, newWeights, newGroup, all.length == newPlaces.length ? null : newPlaces);
    }

    /** The roster with one more person, without weight. */
    Roster with(String id) {
        String[] all = union(ids, new String[] {id});
        return new Roster(all, spread(weights, ids, all), null, null);
    }

    /** The very same array when nobody is new; all arrays in natural order. */
    private static String[] union(String[] ids, String[] more) {
        String[] all = new String[ids.length + more.length];
        int next = 0;
        int i = 0;
        for (String id : more) {
            while (i < ids.length && ids[i].compareTo(id) < 0) {
                all[next++] = ids[i++];
            }
            i += i < ids.length && ids[i].equals(id) ? 1 : 0;
            all[next++] = id;
        }
        while (i < ids.length) {
            all[next++] = ids[i++];
        }
        return next == ids.length ? ids : Arrays.copyOf(all, next);
    }

    /** Where each of some ids stands among all, both in natural order. */
    static int[] places(String[] some, String[] all) {
        int[] places = new int[some.length];
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            while (!all[place].equals(some[i])) {
                place++;
            }
            places[i] = place++;
        }
        return places;
    }

    private static int[] spread(int[] weights, String[] ids, String[] all) {
        if (ids == all) {
            return weights.clone();
        }
        int[] places = places(ids, all);
        int[] spread = new int[all.length];
        for (int i = 0; i < places.length; i++) {
            spread[places[i]] = weights[i];
        }
        return spread;
    }

    /** The place of somebody of the group for which places are known. */
    int placeOf(int indexInGroup) {
        return places == null ? indexInGroup : places[indexInGroup];
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
