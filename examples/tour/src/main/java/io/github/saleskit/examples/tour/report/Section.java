package io.github.saleskit.examples.tour.report;

import io.github.saleskit.examples.tour.chart.Chart;
import java.util.List;

/**
 * One step of the day in the report.
 *
 * @param id for links, such as {@code leads}
 * @param title what was done
 * @param figure the one number to remember, such as {@code 12 of 60}
 * @param figureLabel what the number counts
 * @param finding what came out, one or two sentences
 * @param charts drawn in this order
 * @param tables below the charts; the first stands open, the others are unfolded on demand
 */
public record Section(
        String id,
        String title,
        String figure,
        String figureLabel,
        String finding,
        List<Chart> charts,
        List<Table> tables) {

    public Section {
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }
}
