package io.github.saleskit.examples.tour.chart;

/**
 * One row of a {@link BarRows} chart: a bar from one value to another with its name and its value in words.
 *
 * @param label what the bar stands for
 * @param from where the bar starts, 0 for an ordinary bar
 * @param to where the bar ends
 * @param value the text beside it
 * @param note smaller text beside that, may be empty
 * @param cssClass the colour
 */
public record BarRow(String label, double from, double to, String value, String note, String cssClass) {}
