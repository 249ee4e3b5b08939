package io.github.saleskit.core.assignment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives one turn: everybody who is entitled to a share of it earns that, and one pays for all. */
final class Ledger {

    private static final int NOBODY = -1;

    /** Far more than products of reciprocals are off, as a share. */
    private static final double NEAR = 1e-12;

    private final Rotation before;
    private final int[] weights;
    private final long[] entitled;
    private final int count;

    /** What one unit of weight earns by the turn. */
    private final long share;

    /** What the turn costs: all shares together, a whole turn or slightly less. */
    private final long cost;

    Ledger(Rotation rotation, long[] entitled) {
        this.entitled = entitled;
        int people = 0;
        for (long word : entitled) {
            people += Long.bitCount(word);
        }
        long sum = rotation.roster.sumOfWeights(entitled, people);
        before = Alignment.inUnitFor(sum, rotation);
        weights = rotation.roster.weights;
        count = people;
        share = before.unit / sum;
        cost = share * sum;
    }

    Rotation.Turn giveTurn(long[] takers) {
        boolean steady =
                takers == entitled && count > 1 && (Arrays.equals(before.steady, entitled) || mayBecomeSteady());
        int chosen = steady ? mostUrgent() : neediest(takers);
        return new Rotation.Turn(before.roster.ids[chosen], paid(chosen, 1, steady ? entitled : null));
    }

    /** The rotation after somebody got the turn (1) or gave it back (-1). */
    Rotation charge(int place, int turns) {
        return paid(place, turns, null);
    }

    private Rotation paid(int chosen, int turns, long @Nullable [] steady) {
        long[][] blocks = before.blocks.clone();
        long earned = turns * share;
        boolean most = entitledBlocks() >= othersBlocks();
        for (int word = 0; word < blocks.length; word++) {
            long changed = most ? others(word) : entitled[word];
            if (changed != 0) {
                blocks[word] = plus(blocks[word], word, changed, most ? -earned : earned);
            }
        }
        int word = chosen >> Roster.WORD;
        blocks[word] = blocks[word] == before.blocks[word] ? blocks[word].clone() : blocks[word];
        blocks[word][chosen & Roster.IN_WORD] -= turns * cost;
        return new Rotation(before.roster, blocks, before.clock + (most ? earned : 0), before.unit, steady);
    }

    private long[] plus(long[] block, int word, long changed, long earned) {
        long[] next = block.clone();
        int from = word << Roster.WORD;
        for (long left = changed; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            next[i] += weights[from + i] * earned;
        }
        return next;
    }

    private int entitledBlocks() {
        int blocks = 0;
        for (long word : entitled) {
            blocks += word == 0 ? 0 : 1;
        }
        return blocks;
    }

    private int othersBlocks() {
        int blocks = 0;
        for (int word = 0; word < entitled.length; word++) {
            blocks += others(word) == 0 ? 0 : 1;
        }
        return blocks;
    }

    /** Who earns nothing of the people of a word. */
    private long others(int word) {
        return before.roster.others(entitled[word], word);
    }

    /**
     * Whether Tijdeman's rule, started from these credits, keeps all of the group within 1 - b, where b = 1/(2k-2), for
     * as long as the group stays.
     *
     * <p>Sufficient for the upper bound, by the counting argument of Tijdeman's proof taken from a start other than
     * zero: the positive ones of (credit + b) add up to at most 1. For the lower one: all start at -(1 - b) or above,
     * and somebody is always far enough behind to be given a turn, that is the credits add up to at least k b - 1.
     * Credits of at most 1 outside the group keep the second promise of {@link Rotation} intact for the time after.
     */
    private boolean mayBecomeSteady() {
        long parts = 2L * count - 2;
        boolean exact = cost <= Long.MAX_VALUE / 4 / parts;
        long scale = exact ? parts : 1;
        long turn = cost * scale;
        long margin = exact ? cost : cost / parts + 1;
        long positive = 0;
        long sum = 0;
        for (int word = 0; word < entitled.length; word++) {
            for (long left = entitled[word]; left != 0; left &= left - 1) {
                long credit = before.creditAt((word << Roster.WORD) + Long.numberOfTrailingZeros(left));
                if (Math.abs(credit) > cost || credit * scale < margin - turn) {
                    return false;
                }
                positive += Math.max(0, credit * scale + margin);
                if (positive > turn) {
                    return false;
                }
                sum += credit;
            }
        }
        return sum >= -Math.floorDiv(turn - count * margin, scale) && nobodyIsFarOff();
    }

    private boolean nobodyIsFarOff() {
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(before.creditAt(i)) > cost) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tijdeman: of those whose turn may come already (there are always some), the one whose turn must come soonest.
     *
     * <p>Deadlines are first compared in doubles, since few come near the soonest so far; then exactly. Whether a turn
     * may come already is asked last, since nobody could foretell that answer, the processor included.
     */
    private int mostUrgent() {
        long earliest = -Math.floorDiv(-cost, 2L * count - 2);
        long latest = cost - earliest;
        long clock = before.clock + share;
        double[] reciprocals = before.roster.reciprocals;
        int best = NOBODY;
        long bestLeft = 0;
        double near = Double.POSITIVE_INFINITY;
        for (int word = 0; word < entitled.length; word++) {
            long[] block = before.blocks[word];
            int from = word << Roster.WORD;
            for (long some = entitled[word]; some != 0; some &= some - 1) {
                int i = Long.numberOfTrailingZeros(some);
                long weight = weights[from + i];
                long left = latest - (block[i] + weight * clock);
                double deadline = left * reciprocals[from + i];
                if (deadline <= near
                        && latest - left >= earliest
                        && (best < 0 || sooner(left, weight, bestLeft, weights[best]))) {
                    best = from + i;
                    bestLeft = left;
                    near = deadline + Math.abs(deadline) * NEAR;
                }
            }
        }
        return best < 0 ? neediest(entitled) : best;
    }

    /**
     * Whether left / weight is less than the other, exactly; of equal ones the one with more credit, that is less left.
     */
    private static boolean sooner(long left, long weight, long otherLeft, long otherWeight) {
        if (weight == otherWeight) {
            return left < otherLeft;
        }
        int high = Long.compare(Math.multiplyHigh(left, otherWeight), Math.multiplyHigh(otherLeft, weight));
        int product = high != 0 ? high : Long.compareUnsigned(left * otherWeight, otherLeft * weight);
        return product < 0 || (product == 0 && left < otherLeft);
    }

    /** Fagin and Williams: the one with the largest credit. */
    private int neediest(long[] takers) {
        long clock = before.clock + share;
        int best = NOBODY;
        long most = Long.MIN_VALUE;
        for (int word = 0; word < takers.length; word++) {
            long[] block = before.blocks[word];
            int from = word << Roster.WORD;
            for (long some = takers[word]; some != 0; some &= some - 1) {
                int i = Long.numberOfTrailingZeros(some);
                long credit = block[i] + weights[from + i] * clock;
                if (credit > most) {
                    most = credit;
                    best = from + i;
                }
            }
        }
        return best;
    }
}
