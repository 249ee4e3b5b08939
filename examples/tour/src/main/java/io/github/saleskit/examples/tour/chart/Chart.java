package io.github.saleskit.examples.tour.chart;

/** A drawing with a name and a description for those who do not see it. */
public interface Chart {

    /** What the chart shows, a few words. */
    String title();

    /** What can be read off it, a sentence. */
    String description();

    /** Draws it; returns the height that it took. */
    double draw(Svg svg, ChartSize size);

    /** The chart as one SVG element with title and description. */
    default String toSvg(String id, ChartSize size) {
        Svg svg = new Svg();
        double height = draw(svg, size);
        return svg.document(id + "-" + size.cssClass(), size, height, title(), description());
    }
}
