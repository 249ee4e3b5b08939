package io.github.saleskit.core.assignment;

import com.google.common.math.LongMath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Moves a rotation to other people, weights and units; each takes time linear in the number of people. */
final class Alignment {

    /** The most units a turn is divided into, for so many people that any credits fit into a long. */
    private static final long FINEST = 1L << 50;

    private static final int FEW_PEOPLE = 1_000;
    private static final long FINEST_FOR_MANY = 1L << 44;

    /** Beyond this no credit is moved any farther in the same unit, so that none overflows. */
    static final long FARTHEST = Long.MAX_VALUE / 4;

    /** By how much the unit gets coarser where credits are too far. */
    private static final long COARSER = 1_024;

    private Alignment() {}

    static long finest(int people) {
        return people <= FEW_PEOPLE ? FINEST : FINEST_FOR_MANY;
    }

    static Rotation to(RotationGroup group, Rotation rotation) {
        return rotation.roster.isFor(group) ? rotation : to(rotation.roster.with(group), rotation);
    }

    static Rotation to(Roster roster, Rotation before) {
        long[] credits = new long[roster.ids.length];
        int[] places = Roster.places(before.roster.ids, roster.ids);
        for (int i = 0; i < places.length; i++) {
            credits[places[i]] = before.creditAt(i);
        }
        long finest = finest(credits.length);
        long unit = before.unit <= finest ? before.unit : coarser(credits, before.unit, finest);
        long[] steady = unit == before.unit ? steady(roster, before, places) : null;
        return new Rotation(roster, blocks(credits), 0, unit, steady);
    }

    /** The rotation in a unit so coarse that credits may get farther by many turns. */
    static Rotation withRoom(Rotation rotation) {
        if (farthest(rotation) <= FARTHEST) {
            return rotation;
        }
        long[] credits = rotation.credits();
        long unit = coarser(credits, rotation.unit, Math.max(1, rotation.unit / COARSER));
        return new Rotation(rotation.roster, blocks(credits), 0, unit, null);
    }

    private static long farthest(Rotation rotation) {
        long farthest = 0;
        for (int i = 0; i < rotation.roster.ids.length; i++) {
            farthest = Math.max(farthest, Math.abs(rotation.creditAt(i)));
        }
        return farthest;
    }

    /** Rounds credits to a unit of which there are at most so many in a turn. */
    private static long coarser(long[] credits, long unit, long finest) {
        long factor = -Math.floorDiv(-unit, finest);
        long rest = 0;
        for (int i = 0; i < credits.length; i++) {
            long rounded = Math.floorDiv(credits[i] + rest, factor);
            rest += credits[i] - rounded * factor;
            credits[i] = rounded;
        }
        return unit / factor;
    }

    /** The steady group, when all of it has weights of the same proportions still. */
    private static long @Nullable [] steady(Roster roster, Rotation before, int[] places) {
        long[] steady = new long[roster.words()];
        long newFirst = 0;
        long oldFirst = 0;
        for (int i = 0; i < places.length; i++) {
            if (before.isSteady(i)) {
                int place = places[i];
                long newWeight = roster.weights[place];
                long oldWeight = before.roster.weights[i];
                newFirst = newFirst == 0 ? newWeight : newFirst;
                oldFirst = oldFirst == 0 ? oldWeight : oldFirst;
                if (newWeight * oldFirst != oldWeight * newFirst) {
                    return null;
                }
                steady[place >> Roster.WORD] |= 1L << place;
            }
        }
        return oldFirst == 0 ? null : steady;
    }

    static long[][] blocks(long[] credits) {
        long[][] blocks = new long[(credits.length + Roster.IN_WORD) >> Roster.WORD][];
        for (int i = 0; i < blocks.length; i++) {
            int from = i << Roster.WORD;
            blocks[i] = Arrays.copyOfRange(credits, from, Math.min(credits.length, from + Roster.IN_WORD + 1));
        }
        return blocks;
    }

    /**
     * The rotation in a unit that the sum of weights divides, or where there is none that is coarse enough, in a fine
     * one.
     */
    static Rotation inUnitFor(long sum, Rotation rotation) {
        if (rotation.unit % sum == 0) {
            return rotation;
        }
        long finer = finest(rotation.roster.ids.length) / rotation.unit;
        if (finer <= 1) {
            return rotation;
        }
        long most = Math.min(finer, FARTHEST / Math.max(1, farthest(rotation)));
        long factor = Math.min(most, sum / LongMath.gcd(rotation.unit, sum));
        return factor <= 1 ? rotation : scaled(rotation, factor);
    }

    private static Rotation scaled(Rotation rotation, long factor) {
        long[][] blocks = new long[rotation.blocks.length][];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = rotation.blocks[i].clone();
            for (int j = 0; j < blocks[i].length; j++) {
                blocks[i][j] *= factor;
            }
        }
        return new Rotation(rotation.roster, blocks, rotation.clock * factor, rotation.unit * factor, rotation.steady);
    }

    /** Without one person, whose credit passes to the others. */
    static Rotation without(int place, Rotation before) {
        int left = before.roster.ids.length - 1;
        String[] ids = new String[left];
        int[] weights = new int[left];
        long[] credits = new long[left];
        for (int i = 0; i < left; i++) {
            int from = i < place ? i : i + 1;
            ids[i] = before.roster.ids[from];
            weights[i] = before.roster.weights[from];
            credits[i] = before.creditAt(from);
        }
        spread(before.creditAt(place), credits);
        return new Rotation(new Roster(ids, weights, null, null), blocks(credits), 0, before.unit, null);
    }

    /** Adds equal parts; where they are not whole, the first ones are larger by a unit. */
    private static void spread(long credit, long[] credits) {
        for (int i = 0; i < credits.length; i++) {
            credits[i] += Math.floorDiv(credit, credits.length) + (i < Math.floorMod(credit, credits.length) ? 1 : 0);
        }
    }
}
