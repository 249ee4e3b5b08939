package io.github.saleskit.core.criteria;

/** How two operands are compared. */
public enum Comparison {
    /** The two are equal. */
    EQUAL("=", "is", 0b010),
    /** Both are there and differ. */
    NOT_EQUAL("!=", "isNot", 0b101),
    /** The left one is smaller or earlier. */
    LESS("<", "lessThan", 0b001),
    /** The left one is not larger or later. */
    AT_MOST("<=", "atMost", 0b011),
    /** The left one is larger or later. */
    MORE(">", "moreThan", 0b100),
    /** The left one is not smaller or earlier. */
    AT_LEAST(">=", "atLeast", 0b110);

    private final String symbol;
    private final String property;
    private final int accepted;

    Comparison(String symbol, String property, int accepted) {
        this.symbol = symbol;
        this.property = property;
        this.accepted = accepted;
    }

    /** As the text form writes it. */
    public String symbol() {
        return symbol;
    }

    /** As JSON calls it. */
    String property() {
        return property;
    }

    boolean ordering() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** Whether it holds, given how left compares to right: negative, zero or positive. */
    boolean accepts(int sign) {
        return (accepted >> (Integer.signum(sign) + 1) & 1) != 0;
    }

    /** The comparison that holds for (b, a) when this holds for (a, b). */
    Comparison flipped() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            default -> this;
        };
    }
}
