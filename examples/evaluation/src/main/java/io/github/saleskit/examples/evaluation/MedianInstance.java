package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.InputText;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An instance of the capacitated p-median problem: a first line {@code n p}, then a line {@code x y capacity demand}
 * for each point.
 *
 * @param points how many points there are
 * @param territories how many centres are wanted
 * @param capacity of every centre
 * @param accounts the points; the ids are their numbers, padded with zeros
 */
record MedianInstance(int points, int territories, double capacity, List<TerritoryAccount> accounts) {

    static final String DEMAND = "demand";
    private static final int MOST = 10_000_000;

    /** The problem of finding centres and who is served by whom. */
    TerritoryProblem problem() {
        return TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addAllTerritories(Territory.numbered(territories))
                .addLimits(ActivityLimit.atMost(DEMAND, capacity))
                .build();
    }

    /** The id of a point, in whose order ids are sorted as numbers are. */
    static String id(int point) {
        return String.format(Locale.ROOT, "%08d", point);
    }

    /** Reads a file; throws with every problem, up to a hundred. */
    static MedianInstance read(Path path) {
        FileProblems problems = new FileProblems();
        Parser parser = new Parser(path.toString(), problems);
        try (Reader in = InputText.open(path);
                BufferedReader lines = new BufferedReader(in)) {
            String line;
            while ((line = lines.readLine()) != null && !problems.full()) {
                parser.line(line.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
        MedianInstance instance = parser.instance();
        problems.throwIfAny();
        return instance;
    }

    /** Takes line after line. */
    private static final class Parser {
        private final String file;
        private final FileProblems problems;
        private final List<TerritoryAccount> accounts = new ArrayList<>();
        private int number;
        private int points = -1;
        private int territories;
        private double capacity = -1;

        private Parser(String file, FileProblems problems) {
            this.file = file;
            this.problems = problems;
        }

        void line(String line) {
            number++;
            if (line.isEmpty()) {
                return;
            }
            String[] words = line.split("\\s+");
            if (points < 0) {
                first(words);
            } else {
                point(words);
            }
        }

        private void first(String[] words) {
            if (words.length != 2) {
                report("line.fields", "the first line has " + words.length + " words, expected n and p");
                points = 0;
                return;
            }
            points = (int) number("n", words[0], 1, MOST, true);
            territories = (int) number("p", words[1], 1, MOST, true);
        }

        private void point(String[] words) {
            if (words.length != 4) {
                report("line.fields", "the line has " + words.length + " words, expected x, y, capacity and demand");
                return;
            }
            double x = number("x", words[0], -1e100, 1e100, false);
            double y = number("y", words[1], -1e100, 1e100, false);
            double most = number("capacity", words[2], 0, 1e100, false);
            double demand = number(DEMAND, words[3], 0, 1e100, false);
            if (capacity >= 0 && most != capacity) {
                report("capacity.different", "the capacity is " + words[2] + ", but before it was " + capacity);
            }
            capacity = most;
            accounts.add(TerritoryAccount.of(id(accounts.size()), PlanePoint.of(x, y), DEMAND, demand));
        }

        private double number(String name, String word, double from, double to, boolean whole) {
            try {
                double value = Double.parseDouble(word);
                if (value >= from && value <= to && !(whole && value != Math.rint(value))) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // reported below, with the values that are out of range
            }
            String kind = whole ? "a whole number" : "a number";
            report("number.invalid", name + " is \"" + word + "\", expected " + kind + " from " + from + " to " + to);
            return Math.max(from, 0);
        }

        private void report(String code, String message) {
            problems.report(file, number, 1, code, null, message, null);
        }

        MedianInstance instance() {
            problems.throwIfAny();
            if (points < 0) {
                throw BadInputException.ofFile(file, "file.empty", "the file is empty, expected n and p");
            }
            if (points != accounts.size()) {
                report("points.count", "the first line says " + points + " points, but there are " + accounts.size());
            }
            if (territories > points) {
                report("territories.tooMany", territories + " centres are wanted of " + points + " points");
            }
            return new MedianInstance(points, territories, capacity, accounts);
        }
    }
}
