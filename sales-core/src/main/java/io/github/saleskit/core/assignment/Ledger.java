package io.github.saleskit.core.assignment;

import static java.math.RoundingMode.CEILING;

import com.google.common.math.LongMath;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
    private final int eligible;
    private final long unit;
    private final long perWeight;
    private final SortedMap<String, Integer> weights;
    private final SortedMap<String, Integer> steadyBefore;

    private Ledger(Rotation rotation, SortedMap<String, Integer> weights) {
        SortedSet<String> all = new TreeSet<>(rotation.credits().keySet());
        all.addAll(weights.keySet());
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        this.ids = all.toArray(String[]::new);
        this.weight =
                Arrays.stream(ids).mapToInt(id -> weights.getOrDefault(id, 0)).toArray();
        this.eligible = weights.size();
        this.unit = unitFor(rotation.unit(), sum);
        this.perWeight = unit / sum;
        this.credit = rescaled(rotation, ids, unit);
        this.weights = weights;
        this.steadyBefore = new TreeMap<>(rotation.steady());
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
        return new Ledger(rotation, inLowestTerms(weights));
    }

    private static SortedMap<String, Integer> inLowestTerms(SortedMap<String, Integer> weights) {
        int common = (int) commonDivisor(
                0, weights.values().stream().map(Integer::longValue).toList());
        SortedMap<String, Integer> reduced = new TreeMap<>(weights);
        reduced.replaceAll((id, weight) -> weight / common);
        return reduced;
    }

    /** The greatest common divisor of all. */
    static long commonDivisor(long first, Collection<Long> others) {
        long common = first;
        for (long other : others) {
            common = LongMath.gcd(common, Math.abs(other));
        }
        return common;
    }

    private static long unitFor(long unit, long sum) {
        long factor = sum / LongMath.gcd(unit, sum);
        return factor <= FINEST / unit ? unit * factor : FINEST / sum * sum;
    }

    private static long[] rescaled(Rotation rotation, String[] ids, long unit) {
        long[] credit = Arrays.stream(ids)
                .mapToLong(id -> rotation.credits().getOrDefault(id, 0L))
                .toArray();
        return unit % rotation.unit() == 0
                ? Arrays.stream(credit).map(c -> c * (unit / rotation.unit())).toArray()
                : rounded(credit, unit, rotation.unit());
    }

    /** Rounds credit * unit / oldUnit down, and gives what is then missing to the largest remainders, so that the sum is 0. */
    private static long[] rounded(long[] credit, long unit, long oldUnit) {
        long[] whole = new long[credit.length];
        long[] remainder = new long[credit.length];
        long missing = 0;
        for (int i = 0; i < credit.length; i++) {
            BigInteger product = BigInteger.valueOf(credit[i]).multiply(BigInteger.valueOf(unit));
            remainder[i] = product.mod(BigInteger.valueOf(oldUnit)).longValueExact();
            whole[i] = product.subtract(BigInteger.valueOf(remainder[i]))
                    .divide(BigInteger.valueOf(oldUnit))
                    .longValueExact();
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
        boolean steady = steadyBefore.equals(weights) || mayBecomeSteady();
        for (int i = 0; i < ids.length; i++) {
            credit[i] += weight[i] * perWeight;
        }
        int chosen = steady ? mostUrgent() : neediest();
        credit[chosen] -= unit;
        return new Rotation.Turn(ids[chosen], close(steady ? weights : new TreeMap<>()));
    }

    /** Who is alone is entitled to the whole turn and gets it: no credit changes, so a steady group stays steady. */
    private Rotation.Turn only() {
        return new Rotation.Turn(weights.firstKey(), close(steadyBefore));
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

    private Rotation close(SortedMap<String, Integer> steady) {
        TreeMap<String, Long> credits = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            credits.put(ids[i], credit[i]);
        }
        return new Rotation(unit, credits, steady);
    }
}
