package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Codes put together into a few groups. */
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

    /**
     * Gives the most frequent codes a group each, in the order of a figure, and all others the last one.
     *
     * <p>So a figure that comes from outcomes decides about the order of groups, but never puts rare codes together by
     * their outcomes, which would let those who predict by groups see what they are to predict.
     *
     * @param counts rows by code
     * @param most how many groups at most
     * @param groups receives the group of each code, from 0
     * @return how many groups there are
     */
    static int apart(int[] counts, double[] figure, int most, char[] groups) {
        int[] frequent = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer code) -> -counts[code]).thenComparing(code -> code))
                .limit(most - 1)
                .sorted(Comparator.comparing((Integer code) -> figure[code]).thenComparing(code -> code))
                .mapToInt(code -> code)
                .toArray();
        Arrays.fill(groups, (char) frequent.length);
        for (int group = 0; group < frequent.length; group++) {
            groups[frequent[group]] = (char) group;
        }
        return Math.min(counts.length, frequent.length + 1);
    }
}
