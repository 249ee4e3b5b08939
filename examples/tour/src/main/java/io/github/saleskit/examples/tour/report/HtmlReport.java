package io.github.saleskit.examples.tour.report;

import io.github.saleskit.examples.tour.chart.Chart;
import io.github.saleskit.examples.tour.chart.ChartSize;
import io.github.saleskit.examples.tour.chart.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one HTML file that needs nothing else: no script, no font, no network.
 *
 * @param title of the page
 * @param subtitle below it
 * @param notes what the reader should know, such as steps left out
 * @param sections in the order of the day
 */
public record HtmlReport(String title, String subtitle, List<String> notes, List<Section> sections) {

    public HtmlReport {
        notes = List.copyOf(notes);
        sections = List.copyOf(sections);
    }

    /** Writes the file, and its folder where there is none. */
    public void writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, toHtml());
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    /** The page as text. */
    public String toHtml() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header>
                <h1>%s</h1>
                <p class="subtitle">%s</p>
                %s%s</header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                        Svg.escape(title),
                        style(),
                        Svg.escape(title),
                        Svg.escape(subtitle),
                        tiles(),
                        noteList(),
                        sections.stream().map(HtmlReport::section).collect(Collectors.joining()));
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside HtmlReport.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading report.css", e);
        }
    }

    private String tiles() {
        return sections.stream()
                .map(section -> "<a class=\"tile\" href=\"#%s\"><span class=\"figure\">%s</span><span>%s</span></a>\n"
                        .formatted(
                                Svg.escape(section.id()),
                                Svg.escape(section.figure()),
                                Svg.escape(section.figureLabel())))
                .collect(Collectors.joining("", "<nav class=\"tiles\" aria-label=\"Results\">\n", "</nav>\n"));
    }

    private String noteList() {
        return notes.isEmpty()
                ? ""
                : notes.stream()
                        .map(note -> "<li>" + Svg.escape(note) + "</li>\n")
                        .collect(Collectors.joining("", "<ul class=\"notes\">\n", "</ul>\n"));
    }

    private static String section(Section section) {
        StringBuilder html = new StringBuilder("<section id=\"%s\">\n<h2>%s</h2>\n<p>%s</p>\n"
                .formatted(Svg.escape(section.id()), Svg.escape(section.title()), Svg.escape(section.finding())));
        for (int i = 0; i < section.charts().size(); i++) {
            html.append(figure(section.charts().get(i), section.id() + "-" + i));
        }
        for (int i = 0; i < section.tables().size(); i++) {
            Table table = section.tables().get(i);
            html.append(i == 0 ? table.toHtml() : folded(table));
        }
        return html.append("</section>\n").toString();
    }

    private static String figure(Chart chart, String id) {
        return "<figure>\n<figcaption>%s</figcaption>\n%s%s</figure>\n"
                .formatted(
                        Svg.escape(chart.title()), chart.toSvg(id, ChartSize.WIDE), chart.toSvg(id, ChartSize.NARROW));
    }

    private static String folded(Table table) {
        return "<details><summary>%s</summary>\n%s</details>\n".formatted(Svg.escape(table.caption()), table.toHtml());
    }
}
