package io.github.saleskit.core.money;

import java.math.BigDecimal;

/**
 * Keeps numbers that a document may state, such as {@code 1e9999999}, away from arithmetic that would take minutes over
 * them.
 */
final class DecimalSize {

    /** What is allowed, for messages. */
    static final String SANE = "at most 60 digits and an exponent of at most 60";

    private static final int MOST = 60;

    private DecimalSize() {}

    static boolean isSane(BigDecimal number) {
        return fits(number, MOST);
    }

    static boolean fits(BigDecimal number, int most) {
        return number.precision() <= most && Math.abs((long) number.scale()) <= most;
    }
}
