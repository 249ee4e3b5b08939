package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * How likely leads of a grade are to buy.
 *
 * <p>Immutable and thread-safe.
 *
 * @param grade its name
 * @param chance from 0 to 1
 */
public record GradeChance(@Required String grade, @Required BigDecimal chance) implements StrictDocument {

    public GradeChance {
        requireNonNull(grade, "grade");
        chance = Thousandths.plain(chance);
    }

    /**
     * A chance.
     *
     * @param chance a decimal number such as {@code 0.25}
     */
    public static GradeChance of(String grade, String chance) {
        return new GradeChance(grade, new BigDecimal(chance));
    }
}
