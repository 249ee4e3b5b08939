package io.github.saleskit.examples.tour.chart;

/** The two widths every chart is laid out for, in CSS pixels; the style sheet shows the one that fits. */
public enum ChartSize {
    /** For a desk. */
    WIDE(760, "wide"),
    /** For a phone of 390 pixels with its margins. */
    NARROW(358, "narrow");

    private final double width;
    private final String cssClass;

    ChartSize(double width, String cssClass) {
        this.width = width;
        this.cssClass = cssClass;
    }

    double width() {
        return width;
    }

    /** The class of the element in the style sheet. */
    public String cssClass() {
        return cssClass;
    }
}
