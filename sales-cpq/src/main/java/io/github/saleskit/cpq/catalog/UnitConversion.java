package io.github.saleskit.cpq.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts quantities between units that are made of a common one.
 *
 * <p>Exact where the result has no more than 34 digits, else rounded half to even.
 *
 * <p>Immutable and thread-safe.
 */
public final class UnitConversion {

    private static final int LONGEST_CHAIN = 20;
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final Map<String, UnitOfMeasure> units = new HashMap<>();

    UnitConversion(List<UnitOfMeasure> units) {
        units.forEach(unit -> this.units.put(unit.id(), unit));
    }

    /**
     * A quantity in another unit.
     *
     * @return empty when the units are made of different ones, or in a circle
     */
    public Optional<BigDecimal> convert(BigDecimal quantity, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(quantity);
        }
        Optional<InRoot> source = toRoot(from);
        Optional<InRoot> target = toRoot(to);
        if (source.isEmpty() || target.isEmpty() || !source.get().root.equals(target.get().root)) {
            return Optional.empty();
        }
        BigDecimal inRoot = quantity.multiply(source.get().factor);
        return Optional.of(trimmed(inRoot.divide(target.get().factor, DIGITS)));
    }

    private static BigDecimal trimmed(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private record InRoot(String root, BigDecimal factor) {}

    /** Empty for a circle. */
    Optional<InRoot> toRoot(String id) {
        String at = id;
        BigDecimal factor = BigDecimal.ONE;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            UnitOfMeasure unit = units.get(at);
            if (unit == null) {
                return Optional.of(new InRoot(at, factor));
            }
            factor = factor.multiply(unit.factor());
            at = unit.base();
        }
        return Optional.empty();
    }

    boolean isSound(String id) {
        return toRoot(id).isPresent();
    }
}
