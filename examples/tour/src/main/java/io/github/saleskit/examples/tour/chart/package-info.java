/**
 * Charts as SVG for the report: each takes plain numbers and draws itself in a
 * {@link io.github.saleskit.examples.tour.chart.ChartSize} for a desk and one for a phone.
 */
@NullMarked
package io.github.saleskit.examples.tour.chart;

import org.jspecify.annotations.NullMarked;
