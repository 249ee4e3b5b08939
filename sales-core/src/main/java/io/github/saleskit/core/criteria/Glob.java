package io.github.saleskit.core.criteria;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled glob: {@code *} is any run of characters, {@code ?} one character, a backslash takes the meaning from the
 * next.
 *
 * <p>The pieces between stars are found from left to right, each at its first place, which is right because a later
 * place leaves less room for the next. Each piece is searched bit-parallel (the Shift-And algorithm: Ricardo
 * Baeza-Yates and Gaston Gonnet, A New Approach to Text Searching, 1992), so that the time is linear in the length of
 * the text whatever the glob. Characters are Unicode code points. Allocates nothing when matching.
 */
final class Glob {

    /** How many characters there may be between two stars. */
    static final int LONGEST_PIECE = 64;

    private final List<Piece> pieces = new ArrayList<>();
    private final boolean openStart;
    private final boolean openEnd;

    private Glob(List<int[]> pieces, boolean openStart, boolean openEnd) {
        pieces.forEach(piece -> this.pieces.add(new Piece(piece)));
        this.openStart = openStart;
        this.openEnd = openEnd;
    }

    /**
     * The compiled form of a glob.
     *
     * @throws IllegalArgumentException when it has more than 64 characters between two stars, or ends with a lone
     *     backslash
     */
    static Glob of(String pattern) {
        List<int[]> pieces = new ArrayList<>();
        int[] piece = new int[LONGEST_PIECE];
        int length = 0;
        boolean star = false;
        boolean openStart = pattern.startsWith("*");
        for (int i = 0; i < pattern.length(); ) {
            int c = pattern.codePointAt(i);
            i += Character.charCount(c);
            star = c == '*';
            if (star) {
                length = finish(pieces, piece, length);
                continue;
            }
            if (c == '\\') {
                if (i == pattern.length()) {
                    throw new IllegalArgumentException("the glob ends with a lone backslash");
                }
                c = pattern.codePointAt(i);
                i += Character.charCount(c);
            } else if (c == '?') {
                c = Piece.ANY;
            }
            if (length == LONGEST_PIECE) {
                throw new IllegalArgumentException(
                        "the glob has more than " + LONGEST_PIECE + " characters between two stars");
            }
            piece[length++] = c;
        }
        finish(pieces, piece, length);
        return new Glob(pieces, openStart, star);
    }

    private static int finish(List<int[]> pieces, int[] piece, int length) {
        if (length > 0) {
            pieces.add(Arrays.copyOf(piece, length));
        }
        return 0;
    }

    boolean matches(String text) {
        int from = 0;
        int first = 0;
        int last = pieces.size();
        int end = text.length();
        if (pieces.isEmpty()) {
            return openStart || text.isEmpty();
        }
        if (!openStart) {
            from = pieces.get(first++).endWhenAt(text, 0);
            if (from < 0) {
                return false;
            }
        }
        if (!openEnd) {
            if (first == last) {
                return from == end;
            }
            end = pieces.get(--last).startWhenEndingAt(text, end);
            if (end < from) {
                return false;
            }
        }
        for (int i = first; i < last && from >= 0; i++) {
            from = pieces.get(i).endOfFirst(text, from, end);
        }
        return from >= 0;
    }

    /** One to 64 characters without a star among them. */
    private static final class Piece {

        static final int ANY = -1;
        private static final int TABLE = 128;

        private final int[] characters;
        private final long[] low = new long[TABLE];
        private final int[] high;
        private final long[] highMasks;
        private final long anywhere;
        private final long done;

        Piece(int[] characters) {
            this.characters = characters;
            this.done = 1L << (characters.length - 1);
            this.anywhere = mask(ANY);
            for (int c = 0; c < TABLE; c++) {
                low[c] = mask(c) | anywhere;
            }
            this.high = Arrays.stream(characters)
                    .filter(c -> c >= TABLE)
                    .sorted()
                    .distinct()
                    .toArray();
            this.highMasks =
                    Arrays.stream(high).mapToLong(c -> mask(c) | anywhere).toArray();
        }

        private long mask(int character) {
            long mask = 0;
            for (int i = 0; i < characters.length; i++) {
                mask |= characters[i] == character ? 1L << i : 0;
            }
            return mask;
        }

        private long maskOf(int character) {
            if (character < TABLE) {
                return low[character];
            }
            int at = Arrays.binarySearch(high, character);
            return at >= 0 ? highMasks[at] : anywhere;
        }

        /** Where the piece ends when it begins at an index; -1 when it does not. */
        int endWhenAt(String text, int from) {
            int at = from;
            for (int character : characters) {
                if (at >= text.length()) {
                    return -1;
                }
                int c = text.codePointAt(at);
                if (character != ANY && character != c) {
                    return -1;
                }
                at += Character.charCount(c);
            }
            return at;
        }

        /** Where the piece begins when it ends at an index; -1 when it does not. */
        int startWhenEndingAt(String text, int end) {
            int at = end;
            for (int i = characters.length - 1; i >= 0; i--) {
                if (at <= 0) {
                    return -1;
                }
                int c = text.codePointBefore(at);
                if (characters[i] != ANY && characters[i] != c) {
                    return -1;
                }
                at -= Character.charCount(c);
            }
            return at;
        }

        /** Where the first occurrence inside a range of the text ends; -1 when there is none. */
        int endOfFirst(String text, int from, int to) {
            long state = 0;
            for (int at = from; at < to; ) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                state = (state << 1 | 1) & maskOf(c);
                if ((state & done) != 0) {
                    return at;
                }
            }
            return -1;
        }
    }
}
