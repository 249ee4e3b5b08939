package io.github.saleskit.core.criteria;

/**
 * A text that is looked for in others.
 *
 * <p>A short one by {@link String#contains}; a long one in time linear in both texts, whatever they are (Donald Knuth,
 * James Morris and Vaughan Pratt, Fast Pattern Matching in Strings, 1977). Allocates nothing when looking. Immutable
 * and thread-safe.
 */
final class Needle {

    /** Up to this length a search that begins anew at each character is linear too, and faster. */
    private static final int SHORT = 32;

    private final String text;
    /** For each beginning of the text how long its longest proper border is; empty when the text is short. */
    private final int[] borders;

    Needle(String text) {
        this.text = text;
        this.borders = text.length() <= SHORT ? new int[0] : borders(text);
    }

    private static int[] borders(String text) {
        int[] borders = new int[text.length()];
        for (int i = 1; i < borders.length; i++) {
            borders[i] = extended(text, borders, borders[i - 1], text.charAt(i));
        }
        return borders;
    }

    /** How much of the text is found after one more character, where so much was before it. */
    private static int extended(String text, int[] borders, int found, char next) {
        int length = found;
        while (length > 0 && text.charAt(length) != next) {
            length = borders[length - 1];
        }
        return text.charAt(length) == next ? length + 1 : 0;
    }

    String text() {
        return text;
    }

    /** Whether it occurs in the other text. */
    boolean isIn(String other) {
        if (borders.length == 0) {
            return other.contains(text);
        }
        int found = 0;
        for (int i = 0; i < other.length(); i++) {
            found = extended(text, borders, found, other.charAt(i));
            if (found == borders.length) {
                return true;
            }
        }
        return false;
    }
}
