package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Neighbouring codes put together into a few groups of about equal size. */
final class CodeGroups {

    private CodeGroups() {}

    /**
     * Groups codes that stand in an order; a code with more than its share has a group to itself.
     *
     * @param order the codes to group
     * @param counts rows by code
     * @param most how many groups at most
     * @param groups receives the group of each code, from 0
     * @return how many groups there are
     */
    static int spread(int[] order, int[] counts, int most, char[] groups) {
        boolean[] heavy = new boolean[counts.length];
        double share = share(order, counts, most, heavy);
        int last = -1;
        double filled = share;
        boolean alone = true;
        for (int code : order) {
            if (heavy[code] || alone || filled >= share) {
                last += last < 0 || last + 1 < most ? 1 : 0;
                filled = 0;
            }
            alone = heavy[code];
            groups[code] = (char) last;
            filled += counts[code];
        }
        return last + 1;
    }

    /** Marks the codes that have more than their share; gives the share of the others. */
    private static double share(int[] order, int[] counts, int most, boolean[] heavy) {
        double rest = 0;
        for (int code : order) {
            rest += counts[code];
        }
        int left = most;
        for (boolean again = true; again && left > 1; ) {
            again = false;
            for (int code : order) {
                if (left > 1 && !heavy[code] && counts[code] > rest / left) {
                    heavy[code] = true;
                    rest -= counts[code];
                    left--;
                    again = true;
                }
            }
        }
        return rest / left;
    }

    /** All codes of a column: ordered ones in their order after absent, nominal ones by a given figure. */
    static int[] order(Column column, double[] figure) {
        int[] codes = IntStream.range(0, column.size).toArray();
        if (column.ordered()) {
            return codes;
        }
        return Arrays.stream(codes)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer code) -> figure[code])
                        .thenComparing(code -> code))
                .mapToInt(code -> code)
                .toArray();
    }
}
