package io.github.saleskit.examples.files;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers whose size is bounded, so that {@code 1e9999999} costs nothing: at most 30 digits before and 20
 * after the point.
 */
final class BoundedNumber {

    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}([.][0-9]{3})+(,[0-9]*)?");
    private static final int LONGEST = 64;
    private static final int DIGITS_BEFORE = 30;
    private static final int DIGITS_AFTER = 20;

    private BoundedNumber() {}

    /** Empty when the text is no number such as -1234.5 or 1.2e3. */
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Empty when the text is no number such as 1234,5 or -1.234,50. Dots only stand before three digits: 12.50 was
     * meant otherwise, and would be a hundred times as much.
     */
    static Optional<BigDecimal> parseWithComma(String text) {
        boolean wellGrouped = text.length() <= LONGEST
                && (text.indexOf('.') < 0 || GROUPED.matcher(text).matches());
        return wellGrouped ? parse(text.replace(".", "").replace(',', '.')) : Optional.empty();
    }

    static boolean fits(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before <= DIGITS_BEFORE && number.scale() <= DIGITS_AFTER;
    }
}
