package io.github.saleskit.forecast.pipeline;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of the sum of amounts that come or do not come, independently of each other, by convolution.
 *
 * <p>On a lattice: exact where the amounts have a common divisor of which the sum holds not too many; else each amount is split
 * between its two neighbours on a lattice of {@value #CELLS} cells so that its mean is kept. O(deals times cells).
 */
final class DealSum {

    /** The most cells of the lattice. */
    private static final int CELLS = 16_384;

    /** The most outcomes that are told apart. */
    private static final int OUTCOMES = 1_000;

    private static final double NEVER = 1e-15;

    private final List<Double> amounts = new ArrayList<>();
    private final List<Double> chances = new ArrayList<>();
    private BigInteger divisor = BigInteger.ZERO;
    private double certain;
    private double mean;
    private double variance;

    /** Adds an amount in the smallest units of the currency, positive or negative. */
    void add(BigInteger amount, double chance) {
        double size = amount.doubleValue();
        mean += chance * size;
        variance += chance * (1 - chance) * size * size;
        boolean negative = amount.signum() < 0;
        if (negative) {
            certain += size;
        }
        double comes = negative ? 1 - chance : chance;
        if (comes >= 1) {
            certain += Math.abs(size);
        } else if (comes > 0 && size != 0) {
            amounts.add(Math.abs(size));
            chances.add(comes);
            divisor = divisor.gcd(amount);
        }
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** An amount and its chance. */
    record Outcome(double amount, double chance) {}

    /** All outcomes by ascending amounts, neighbours merged to their mean where there are too many. */
    List<Outcome> outcomes() {
        double total = amounts.stream().mapToDouble(Double::doubleValue).sum();
        double unit = divisor.doubleValue();
        double cell = total == 0 || total / unit <= CELLS ? unit : total / CELLS;
        double[] chance = convolve(cell, total);
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < chance.length; i++) {
            if (chance[i] > NEVER) {
                all.add(new Outcome(certain + i * cell, chance[i]));
            }
        }
        return normalised(all.size() > OUTCOMES ? merged(all) : all);
    }

    private double[] convolve(double cell, double total) {
        long size = amounts.isEmpty() ? 1 : (long) Math.ceil(total / cell) + amounts.size() + 2;
        // Rounding up at every split would need more, but has no chance worth a cell.
        double[] chance = new double[(int) Math.min(size, 2 * CELLS + 2)];
        chance[0] = 1;
        int used = 0;
        for (int deal = 0; deal < amounts.size(); deal++) {
            double place = amounts.get(deal) / cell;
            int whole = (int) Math.floor(place + 1e-9);
            double rest = Math.max(0, place - whole);
            double comes = chances.get(deal);
            for (int i = Math.min(chance.length - whole - 2, used); i >= 0; i--) {
                double here = chance[i];
                if (here != 0) {
                    chance[i] = here * (1 - comes);
                    chance[i + whole] += here * comes * (1 - rest);
                    chance[i + whole + 1] += here * comes * rest;
                }
            }
            used = Math.min(chance.length - 1, used + whole + 1);
        }
        return chance;
    }

    private static List<Outcome> merged(List<Outcome> all) {
        List<Outcome> merged = new ArrayList<>();
        double weighted = 0;
        double chance = 0;
        for (Outcome outcome : all) {
            weighted += outcome.amount * outcome.chance;
            chance += outcome.chance;
            if (chance >= 1.0 / OUTCOMES) {
                merged.add(new Outcome(weighted / chance, chance));
                weighted = 0;
                chance = 0;
            }
        }
        if (chance > 0) {
            merged.add(new Outcome(weighted / chance, chance));
        }
        return merged;
    }

    private static List<Outcome> normalised(List<Outcome> outcomes) {
        double total = outcomes.stream().mapToDouble(Outcome::chance).sum();
        return outcomes.stream()
                .map(outcome -> new Outcome(outcome.amount, outcome.chance / total))
                .toList();
    }
}
