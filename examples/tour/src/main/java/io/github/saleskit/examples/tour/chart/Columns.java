package io.github.saleskit.examples.tour.chart;

import java.util.List;

/** Vertical bars over their names, with the number above and a second line below the name. */
public record Columns(String title, String description, List<Column> columns) implements Chart {

    /** One bar; the note may be empty. */
    public record Column(String label, double value, String text, String note, String cssClass) {}

    public Columns {
        columns = List.copyOf(columns);
    }

    @Override
    public double draw(Svg svg, ChartSize size) {
        double height = size == ChartSize.WIDE ? 200 : 160;
        double each = size.width() / Math.max(columns.size(), 1);
        double bar = Math.min(each * 0.62, 110);
        double most = columns.stream().mapToDouble(Column::value).max().orElse(1);
        Scale y = new Scale(0, most, height, 26);
        double x = each / 2;
        double lines = height + 46;
        for (Column column : columns) {
            svg.rectangle(x - bar / 2, y.at(column.value()), bar, height - y.at(column.value()), column.cssClass());
            svg.textMiddle(x, y.at(column.value()) - 8, Svg.fit(column.text(), Svg.TEXT, each), "value");
            svg.textMiddle(x, height + 20, Svg.fit(column.label(), 15, each), "label strong");
            double line = height + 38;
            for (String note : notes(column, each - 4)) {
                svg.textMiddle(x, line, Svg.fit(note, 12, each - 4), "note");
                line += 15;
                lines = Math.max(lines, line);
            }
            x += each;
        }
        svg.line(0, height + 0.5, size.width(), height + 0.5, "axis");
        return lines;
    }

    /** The note on one line, or its last word on a second one where it is too long. */
    private static List<String> notes(Column column, double room) {
        String note = column.note();
        int last = note.lastIndexOf(' ');
        return last < 0 || Svg.width(note, 12) <= room
                ? List.of(note)
                : List.of(note.substring(0, last), note.substring(last + 1));
    }
}
