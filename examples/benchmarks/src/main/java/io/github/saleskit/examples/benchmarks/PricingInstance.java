package io.github.saleskit.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * 10,000 lines of a quote and 1,000 rules, each on a product (of 500), a region (of 2) and a least quantity, all by
 * chance but always the same.
 */
public final class PricingInstance {

    static final int LINES = 10_000;
    static final int RULES = 1_000;
    static final int PRODUCTS = 500;

    private final List<Line> lines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /** The same each time. */
    public PricingInstance() {
        Random random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line(i, "P" + random.nextInt(PRODUCTS), "R" + random.nextInt(2), 1 + random.nextInt(50)));
        }
        for (int i = 0; i < RULES; i++) {
            rules.add(new Rule(i, "P" + random.nextInt(PRODUCTS), "R" + random.nextInt(2), random.nextInt(5)));
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Rule> rules() {
        return rules;
    }

    /** A sum over all matches that no other set of matches is likely to have, by asking every rule of every line. */
    long checksum() {
        long sum = 0;
        for (Line line : lines) {
            for (Rule rule : rules) {
                if (rule.matches(line)) {
                    sum += hash(line.getNumber(), rule.getNumber());
                }
            }
        }
        return sum;
    }

    /** What a match adds to the checksum. */
    static long hash(int line, int rule) {
        return ((line * 1_000_003L + rule) * 0x9E3779B97F4A7C15L) >>> 20;
    }

    /** A line; with the getters that other engines ask for. */
    public static final class Line {
        private final int number;
        private final String product;
        private final String region;
        private final int quantity;

        Line(int number, String product, String region, int quantity) {
            this.number = number;
            this.product = product;
            this.region = region;
            this.quantity = quantity;
        }

        /** Its place. */
        public int getNumber() {
            return number;
        }

        /** What is bought. */
        public String getProduct() {
            return product;
        }

        /** Where. */
        public String getRegion() {
            return region;
        }

        /** How much. */
        public int getQuantity() {
            return quantity;
        }
    }

    /** A rule. */
    public static final class Rule {
        private final int number;
        private final String product;
        private final String region;
        private final int atLeast;

        Rule(int number, String product, String region, int atLeast) {
            this.number = number;
            this.product = product;
            this.region = region;
            this.atLeast = atLeast;
        }

        boolean matches(Line line) {
            return line.getQuantity() >= atLeast
                    && product.equals(line.getProduct())
                    && region.equals(line.getRegion());
        }

        /** Its place. */
        public int getNumber() {
            return number;
        }

        /** The product it is about. */
        public String getProduct() {
            return product;
        }

        /** The region it is about. */
        public String getRegion() {
            return region;
        }

        /** The least quantity. */
        public int getAtLeast() {
            return atLeast;
        }
    }
}
