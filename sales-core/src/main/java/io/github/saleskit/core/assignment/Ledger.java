package io.github.saleskit.core.assignment;

import static java.math.RoundingMode.CEILING;

import com.google.common.math.LongMath;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The credits of a rotation while one turn is given: everybody in natural order of their ids, those who may not take the turn
 * with weight 0, in a unit that the sum of the weights divides.
 */
final class Ledger {

    /** The most units a turn is divided into: sums of tens of thousands of credits still fit into a long. */
    static final long FINEST = 10_000_000_000_000L;

    /** The greatest weight. */
    static final int HEAVIEST = 1_000_000;

    private final String[] ids;
    private final long[] credit;
    private final int[] weight;
    private final int[] steadyBefore;
    private final int eligible;
    private final long unit;
    private final long perWeight;

    private Ledger(Rotation rotation, SortedMap<String, Integer> weights) {
        eligible = weights.size();
        ids = everybody(rotation.ids, weights);
        weight = inLowestTerms(aligned(ids, weights));
        steadyBefore = aligned(rotation, ids);
        long sum = Arrays.stream(weight).asLongStream().sum();
        unit = unitFor(rotation.unit, sum);
        perWeight = unit / sum;
        credit = rescaled(alignedCredits(rotation, ids), rotation.unit, unit);
    }

    static Ledger open(Rotation rotation, SortedMap<String, Integer> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights is empty, but somebody must be able to take the turn.");
        }
        weights.forEach((id, weight) -> {
            if (weight < 1 || weight > HEAVIEST) {
                throw new IllegalArgumentException("weight of " + id + " is " + weight + ", but must be from 1 to "
                        + HEAVIEST + ".\nMaybe leave out who may not take the turn?");
            }
        });
        return new Ledger(rotation, weights);
    }

    /** The very same array when nobody is new. */
    private static String[] everybody(String[] ids, SortedMap<String, Integer> weights) {
        int i = 0;
        for (String id : weights.keySet()) {
            while (i < ids.length && !ids[i].equals(id)) {
                i++;
            }
            if (i == ids.length) {
                TreeSet<String> all = new TreeSet<>(Arrays.asList(ids));
                all.addAll(weights.keySet());
                return all.toArray(String[]::new);
            }
        }
        return ids;
    }

    private static int[] aligned(String[] ids, SortedMap<String, Integer> weights) {
        int[] aligned = new int[ids.length];
        int i = 0;
        for (Map.Entry<String, Integer> entry : weights.entrySet()) {
            while (!ids[i].equals(entry.getKey())) {
                i++;
            }
            aligned[i] = entry.getValue();
        }
        return aligned;
    }

    /** The weights of the group that was steady. */
    private static int[] aligned(Rotation rotation, String[] ids) {
        if (ids == rotation.ids) {
            return rotation.steady;
        }
        int[] aligned = new int[ids.length];
        for (int i = 0; i < rotation.ids.length; i++) {
            aligned[Arrays.binarySearch(ids, rotation.ids[i])] = rotation.steady[i];
        }
        return aligned;
    }

    private static long[] alignedCredits(Rotation rotation, String[] ids) {
        if (ids == rotation.ids) {
            return rotation.credits.clone();
        }
        long[] aligned = new long[ids.length];
        for (int i = 0; i < rotation.ids.length; i++) {
            aligned[Arrays.binarySearch(ids, rotation.ids[i])] = rotation.credits[i];
        }
        return aligned;
    }

    private static int[] inLowestTerms(int[] weight) {
        int common = 0;
        for (int i = 0; i < weight.length && common != 1; i++) {
            common = (int) LongMath.gcd(common, weight[i]);
        }
        for (int i = 0; i < weight.length && common > 1; i++) {
            weight[i] /= common;
        }
        return weight;
    }

    private static long unitFor(long unit, long sum) {
        long factor = sum / LongMath.gcd(unit, sum);
        return factor <= FINEST / unit ? unit * factor : FINEST / sum * sum;
    }

    private static long[] rescaled(long[] credit, long oldUnit, long unit) {
        if (unit % oldUnit != 0) {
            return rounded(credit, oldUnit, unit);
        }
        for (int i = 0; i < credit.length; i++) {
            credit[i] *= unit / oldUnit;
        }
        return credit;
    }

    /** Rounds credit * unit / oldUnit down, and gives what is then missing to the largest remainders, so that the sum is 0. */
    private static long[] rounded(long[] credit, long oldUnit, long unit) {
        long[] whole = new long[credit.length];
        long[] remainder = new long[credit.length];
        long missing = 0;
        for (int i = 0; i < credit.length; i++) {
            BigInteger product = BigInteger.valueOf(credit[i]).multiply(BigInteger.valueOf(unit));
            BigInteger rest = product.mod(BigInteger.valueOf(oldUnit));
            remainder[i] = rest.longValueExact();
            whole[i] =
                    product.subtract(rest).divide(BigInteger.valueOf(oldUnit)).longValueExact();
            missing -= whole[i];
        }
        IntStream.range(0, credit.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainder[i]))
                .limit(missing)
                .forEach(i -> whole[i]++);
        return whole;
    }

    Rotation.Turn giveTurn() {
        if (eligible == 1) {
            return only();
        }
        boolean steady = Arrays.equals(steadyBefore, weight) || mayBecomeSteady();
        for (int i = 0; i < ids.length; i++) {
            credit[i] += weight[i] * perWeight;
        }
        int chosen = steady ? mostUrgent() : neediest();
        credit[chosen] -= unit;
        int[] steadyNow = steady ? weight : new int[ids.length];
        return new Rotation.Turn(ids[chosen], new Rotation(ids, credit, steadyNow, unit));
    }

    /** Who is alone is entitled to the whole turn and gets it: no credit changes, so a steady group stays steady. */
    private Rotation.Turn only() {
        return new Rotation.Turn(ids[neediest()], new Rotation(ids, credit, steadyBefore, unit));
    }

    /**
     * Whether Tijdeman's rule, started from these credits, keeps all of the group within 1 - b, where b = 1/(2k-2), for as long
     * as the group stays.
     *
     * <p>Sufficient for the upper bound, by the counting argument of Tijdeman's proof taken from a start other than zero: the
     * positive ones of (credit + b) add up to at most 1. For the lower one: all start at -(1 - b) or above, and somebody
     * is always far enough behind to be given a turn, that is the credits add up to at least k b - 1. Credits of at most
     * 1 outside the group keep the second promise of {@link Rotation} intact for the time after.
     */
    private boolean mayBecomeSteady() {
        long parts = 2L * eligible - 2;
        long positive = 0;
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            if (Math.abs(credit[i]) > unit) {
                return false;
            }
            if (weight[i] > 0) {
                if (credit[i] * parts < unit - parts * unit) {
                    return false;
                }
                positive = Math.min(parts * unit + 1, positive + Math.max(0, credit[i] * parts + unit));
                sum += credit[i];
            }
        }
        return positive <= parts * unit && sum >= LongMath.divide((eligible - parts) * unit, parts, CEILING);
    }

    /** Tijdeman: of those whose turn may come already (there are always some), the one whose turn must come soonest. */
    private int mostUrgent() {
        long earliest = LongMath.divide(unit, 2L * eligible - 2, CEILING);
        long latest = unit - earliest;
        int best = -1;
        long bestDeadline = Long.MAX_VALUE;
        for (int i = 0; i < ids.length; i++) {
            if (weight[i] > 0 && credit[i] >= earliest) {
                long deadline = Math.floorDiv(latest - credit[i], weight[i] * perWeight);
                if (deadline < bestDeadline || (deadline == bestDeadline && credit[i] > credit[best])) {
                    best = i;
                    bestDeadline = deadline;
                }
            }
        }
        return best < 0 ? neediest() : best;
    }

    /** Fagin and Williams: the one with the largest credit. */
    private int neediest() {
        int best = -1;
        for (int i = 0; i < ids.length; i++) {
            if (weight[i] > 0 && (best < 0 || credit[i] > credit[best])) {
                best = i;
            }
        }
        return best;
    }
}
