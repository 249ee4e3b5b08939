package io.github.saleskit.core.scoring;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a lead stands in a grid of grades.
 *
 * <p>Immutable and thread-safe.
 *
 * @param row name of the row's band; absent below the lowest
 * @param rowPoints by which the row was found
 * @param column name of the column's band; absent below the lowest
 * @param columnPoints by which the column was found
 */
public record GridCell(
        Optional<String> row,
        @Required BigDecimal rowPoints,
        Optional<String> column,
        @Required BigDecimal columnPoints)
        implements StrictDocument {

    public GridCell {
        rowPoints = Thousandths.plain(rowPoints);
        columnPoints = Thousandths.plain(columnPoints);
    }
}
