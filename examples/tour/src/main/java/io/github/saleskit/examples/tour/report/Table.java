package io.github.saleskit.examples.tour.report;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.examples.tour.chart.Svg;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of the report.
 *
 * @param caption what it lists
 * @param header names of the columns
 * @param rows their texts, as many as columns
 * @param numeric indexes of the columns that are set to the right
 */
public record Table(String caption, List<String> header, List<List<String>> rows, Set<Integer> numeric) {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** A table of what an engine says for itself. */
    public static Table ofReasons(String caption, List<Reason> reasons) {
        List<List<String>> rows = reasons.stream()
                .map(reason -> List.of(reason.fullText(Locale.ENGLISH)))
                .toList();
        return new Table(caption, List.of("Reason"), rows, Set.of());
    }

    String toHtml() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Svg.escape(caption))
                .append("\"><table><caption>")
                .append(Svg.escape(caption))
                .append("</caption>\n<thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            html.append("<th scope=\"col\"%s>%s</th>".formatted(style(i), Svg.escape(header.get(i))));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.append("<td%s data-label=\"%s\">%s</td>"
                        .formatted(style(i), Svg.escape(header.get(i)), Svg.escape(row.get(i))));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private String style(int column) {
        return numeric.contains(column) ? " class=\"number\"" : "";
    }
}
