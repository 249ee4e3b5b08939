package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.InputText;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Series without a header, one a line: {@code id,m,n,h,start year,start period,x1..xn[,y1..yh]}; an empty value is
 * missing.
 */
final class SeriesFile {

    private static final int BEFORE_VALUES = 6;
    private static final Pattern QUOTED_ID = Pattern.compile("\\s*\"((?:[^\"]|\"\")*)\"\\s*,");

    private SeriesFile() {}

    /**
     * One series.
     *
     * @param id its name
     * @param history the n values with the season m
     * @param horizon h
     * @param future the h values after them; empty where the line ends before
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String id, TimeSeries history, int horizon, double[] future) {}

    /** All series by id, in the order of the file. */
    static Map<String, Entry> read(Path path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        forEachLine(path, "series.invalid", text -> add(text, entries));
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(path + " has no series");
        }
        return entries;
    }

    /**
     * Hands over the lines that are not blank.
     *
     * @param code of the problem when a line is refused by an {@link IllegalArgumentException}
     */
    static void forEachLine(Path path, String code, Consumer<String> taker) {
        FileProblems problems = new FileProblems();
        try (BufferedReader reader = new BufferedReader(InputText.open(path))) {
            long line = 0;
            for (String text = reader.readLine(); text != null && !problems.full(); text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    take(path, line, text, code, taker, problems);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.throwIfAny();
    }

    private static void take(
            Path path, long line, String text, String code, Consumer<String> taker, FileProblems problems) {
        try {
            taker.accept(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replace('\n', ' ');
            problems.report(path.toString(), line, 1, code, null, message, null);
        }
    }

    private static void add(String text, Map<String, Entry> entries) {
        Entry entry = parse(text);
        if (entries.putIfAbsent(entry.id(), entry) != null) {
            throw new IllegalArgumentException("the id \"" + entry.id() + "\" was given before");
        }
    }

    private static Entry parse(String text) {
        String[] cells = cells(text);
        if (cells.length <= BEFORE_VALUES) {
            throw new IllegalArgumentException("expected id,m,n,h,start year,start period,x1..xn");
        }
        int m = whole("m", cells[1], 1);
        int n = whole("n", cells[2], 1);
        int h = whole("h", cells[3], 1);
        int given = cells.length - BEFORE_VALUES;
        if (given != n && given != n + h) {
            throw new IllegalArgumentException("there are " + given + " values, but n is " + n + " and h is " + h);
        }
        double[] values = Arrays.stream(cells, BEFORE_VALUES, cells.length)
                .mapToDouble(SeriesFile::value)
                .toArray();
        TimeSeries history = TimeSeries.of(start(m, cells[4], cells[5]), Arrays.copyOf(values, n))
                .withSeasonLength(m);
        return new Entry(cells[0], history, h, Arrays.copyOfRange(values, n, values.length));
    }

    /** Between commas; the id may stand in quotes and then have commas in it. */
    static String[] cells(String text) {
        Matcher quoted = QUOTED_ID.matcher(text);
        if (!quoted.lookingAt()) {
            String[] cells = text.split(",", -1);
            cells[0] = cells[0].strip();
            return cells;
        }
        String[] cells = text.substring(quoted.end() - 1).split(",", -1);
        cells[0] = quoted.group(1).replace("\"\"", "\"");
        return cells;
    }

    private static TimePeriod start(int m, String year, String period) {
        try {
            int y = Integer.parseInt(year.strip());
            int p = Integer.parseInt(period.strip());
            return switch (m) {
                case 12 -> TimePeriod.month(y, p);
                case 4 -> TimePeriod.quarter(y, p);
                default -> TimePeriod.step(1);
            };
        } catch (IllegalArgumentException e) {
            return TimePeriod.step(1);
        }
    }

    private static int whole(String name, String text, int least) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the message
        }
        throw new IllegalArgumentException(name + " is \"" + text + "\", expected a whole number of at least " + least);
    }

    static double value(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.equalsIgnoreCase("NA") || trimmed.equalsIgnoreCase("NaN")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(trimmed);
            if (!Double.isNaN(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the message
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a number; a missing value is empty or NA");
    }
}
