package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;

/**
 * Keeps numbers that a document may state, such as {@code 1e9999999}, away from arithmetic that would take minutes over
 * them.
 */
final class NumberSize {

    private static final int MOST = 18;

    private NumberSize() {}

    static boolean isSane(BigDecimal number) {
        return number.scale() <= MOST && (long) number.precision() - number.scale() <= MOST;
    }

    /** Reports a number of too many digits. */
    static boolean check(BigDecimal number, Problems problems) {
        if (isSane(number)) {
            return true;
        }
        problems.report(
                "number.tooLong",
                number.toString(),
                "a number may have at most " + MOST + " digits before and " + MOST + " after the decimal point");
        return false;
    }
}
