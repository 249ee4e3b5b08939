package io.github.saleskit.examples.tour.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Writes the few SVG elements that our charts need; escapes all text.
 *
 * <p>Colours are CSS classes, so that the style sheet of the page decides, in light and in dark.
 */
public final class Svg {

    /** The size of ordinary text. */
    static final double TEXT = 13;

    /** What ordinary text measures when it is bold. */
    static final double BOLD = TEXT * 1.12;

    private static final String ELLIPSIS = "…";

    private final StringBuilder body = new StringBuilder();

    /** Escapes text for HTML and XML, also within attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isLegal(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 ? !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF : c == '\n' || c == '\t';
    }

    /** How wide text is drawn at most: an estimate from above for the fonts of common systems. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Svg::ems).sum() * size;
    }

    private static double ems(int c) {
        if (c >= 0x2E80 || !isLegal(c)) {
            return 1;
        }
        if ("MWmw@%—".indexOf(c) >= 0) {
            return 0.93;
        }
        if (Character.isUpperCase(c)) {
            return 0.7;
        }
        return " iljtfrI.,:;'|!()-".indexOf(c) >= 0 ? 0.38 : 0.59;
    }

    /** The text if it fits, else its beginning and an ellipsis. */
    static String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS, size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    void rectangle(double x, double y, double width, double height, String cssClass) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" class=\"%s\"/>\n"
                .formatted(n(x), n(y), n(Math.max(width, 0)), n(height), escape(cssClass)));
    }

    void line(double x1, double y1, double x2, double y2, String cssClass) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n"
                .formatted(n(x1), n(y1), n(x2), n(y2), escape(cssClass)));
    }

    void circle(double x, double y, double radius, String cssClass, String tip) {
        body.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"><title>%s</title></circle>\n"
                .formatted(n(x), n(y), n(radius), escape(cssClass), escape(tip)));
    }

    void path(List<double[]> points, boolean closed, String cssClass) {
        StringBuilder d = new StringBuilder();
        for (double[] point : points) {
            d.append(d.isEmpty() ? 'M' : 'L').append(n(point[0])).append(' ').append(n(point[1]));
        }
        body.append("<path d=\"%s%s\" class=\"%s\"/>\n".formatted(d, closed ? "Z" : "", escape(cssClass)));
    }

    /** Text that starts at x. */
    void text(double x, double y, String text, String cssClass) {
        text(x, y, text, cssClass, "start");
    }

    /** Text that ends at x. */
    void textEnd(double x, double y, String text, String cssClass) {
        text(x, y, text, cssClass, "end");
    }

    /** Text that is centred on x. */
    void textMiddle(double x, double y, String text, String cssClass) {
        text(x, y, text, cssClass, "middle");
    }

    private void text(double x, double y, String text, String cssClass, String anchor) {
        body.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>\n"
                .formatted(n(x), n(y), anchor, escape(cssClass), escape(text)));
    }

    String document(String id, ChartSize size, double height, String title, String description) {
        String corner = n(size.width()) + " " + n(height);
        return """
                <svg class="chart %s" viewBox="0 0 %s" role="img" aria-labelledby="%3$s-t %3$s-d">
                <title id="%3$s-t">%4$s</title>
                <desc id="%3$s-d">%5$s</desc>
                %6$s</svg>
                """.formatted(size.cssClass(), corner, id, escape(title), escape(description), body);
    }

    private static String n(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
