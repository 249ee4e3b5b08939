package io.github.saleskit.examples.tour.chart;

import java.util.Locale;

/** How numbers are written in charts and in the summary. */
public final class Amounts {

    private Amounts() {}

    /** Short: 1.24 M, 340 k, 85. */
    public static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 999_500_000) {
            return scaled(value / 1e9, " bn");
        }
        if (size >= 999_500) {
            return scaled(value / 1e6, " M");
        }
        if (size >= 1_000) {
            return scaled(value / 1e3, " k");
        }
        return scaled(value, "");
    }

    private static String scaled(double value, String unit) {
        double size = Math.abs(value);
        String format = size >= 99.95 || value == Math.rint(value) ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value) + unit;
    }

    /** With a comma for each thousand: 1,234. */
    public static String grouped(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A share in percent: 12.3 %. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
