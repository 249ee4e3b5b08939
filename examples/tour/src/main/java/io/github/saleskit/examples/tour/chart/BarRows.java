package io.github.saleskit.examples.tour.chart;

import java.util.List;
import java.util.function.Function;

/**
 * Horizontal bars, a row each: a funnel, or the steps of a price. At a desk the labels stand left of the bars, on a
 * phone above them.
 */
public record BarRows(String title, String description, List<BarRow> rows) implements Chart {

    private static final double GAP = 10;

    public BarRows {
        rows = List.copyOf(rows);
    }

    @Override
    public double draw(Svg svg, ChartSize size) {
        return size == ChartSize.WIDE ? drawWide(svg, size.width()) : drawNarrow(svg, size.width());
    }

    private double drawWide(Svg svg, double width) {
        double labels = Math.min(260, widest(BarRow::label, Svg.TEXT));
        double values = widest(BarRow::value, Svg.BOLD);
        double notes = Math.min(190, widest(BarRow::note, 12));
        Scale x = scale(labels + GAP, width - values - notes - 2 * GAP);
        double y = 4;
        for (BarRow row : rows) {
            svg.textEnd(labels, y + 19, Svg.fit(row.label(), Svg.TEXT, labels), "label");
            bar(svg, row, x, y, 28);
            svg.textEnd(width - notes - GAP, y + 19, row.value(), "value");
            svg.text(width - notes, y + 19, Svg.fit(row.note(), 12, notes), "note");
            y += 38;
        }
        return y;
    }

    private double drawNarrow(Svg svg, double width) {
        Scale x = scale(0, width);
        double y = 0;
        for (BarRow row : rows) {
            double value = Svg.width(row.value(), Svg.BOLD);
            svg.text(0, y + 15, Svg.fit(row.label(), Svg.TEXT, width - value - GAP), "label");
            svg.textEnd(width, y + 15, row.value(), "value");
            bar(svg, row, x, y + 22, 18);
            if (!row.note().isEmpty()) {
                svg.text(0, y + 56, Svg.fit(row.note(), 12, width), "note");
                y += 18;
            }
            y += 52;
        }
        return y;
    }

    private static void bar(Svg svg, BarRow row, Scale x, double y, double height) {
        double from = x.at(Math.min(row.from(), row.to()));
        double to = x.at(Math.max(row.from(), row.to()));
        svg.rectangle(from, y, Math.max(to - from, 1.5), height, row.cssClass());
    }

    private Scale scale(double start, double end) {
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.from(), row.to()))
                .max()
                .orElse(1);
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.from(), row.to()))
                .min()
                .orElse(0);
        return new Scale(Math.min(0, least), most, start, end);
    }

    private double widest(Function<BarRow, String> text, double size) {
        return rows.stream()
                .mapToDouble(row -> Svg.width(text.apply(row), size))
                .max()
                .orElse(0);
    }
}
