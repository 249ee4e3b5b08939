package io.github.saleskit.core.criteria;

import java.util.BitSet;

/**
 * Which criteria of a {@link CriteriaIndex} a record matches; filled by {@link CriteriaIndex#find}, over and over.
 *
 * <pre>{@code
 * for (int i = matches.next(0); i >= 0; i = matches.next(i + 1)) { ... }
 * }</pre>
 *
 * <p>Mutable, for one thread.
 */
public final class CriteriaMatches {

    final CriteriaIndex<?> owner;
    final long[] words;
    final int[] rows;

    CriteriaMatches(CriteriaIndex<?> owner, int words, int rows) {
        this.owner = owner;
        this.words = new long[words];
        this.rows = new int[rows];
    }

    /** Whether the criterion at that position of the list matches. */
    public boolean contains(int criterion) {
        return criterion >= 0
                && criterion < words.length * Long.SIZE
                && (words[criterion >> 6] >>> (criterion & 63) & 1) != 0;
    }

    /**
     * The position of the next criterion that matches, or -1.
     *
     * @param from where to begin, included; 0 or more
     */
    public int next(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long rest = words[word] & -1L << (from & 63);
        while (rest == 0) {
            if (++word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** How many criteria match. */
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The positions as a set of its own. */
    public BitSet toBitSet() {
        return BitSet.valueOf(words);
    }

    /** The positions. */
    @Override
    public String toString() {
        return toBitSet().toString();
    }
}
