package io.github.saleskit.examples.evaluation;

/** Reads {@code 0.05}, {@code 0.05/s}, {@code 3.5/min} or {@code 200/h}. */
final class ArrivalRate {

    private ArrivalRate() {}

    /** Arrivals a second; a plain number as it is. */
    static double parse(String text) {
        int slash = text.indexOf('/');
        String unit = slash < 0 ? "s" : text.substring(slash + 1);
        double seconds = switch (unit) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3_600;
            default -> throw unreadable(text);
        };
        try {
            return Double.parseDouble(slash < 0 ? text : text.substring(0, slash)) / seconds;
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "--rate is \"" + text + "\", but must be a number, or one with its unit: 0.05/s, 3.5/min or 200/h");
    }
}
