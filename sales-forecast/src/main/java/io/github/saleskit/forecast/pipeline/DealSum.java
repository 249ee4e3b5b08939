package io.github.saleskit.forecast.pipeline;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The distribution of the sum of amounts that come or do not come, independently of each other, by convolution.
 *
 * <p>On a lattice: exact where the amounts have a common divisor of which the sum holds not too many; else each amount
 * is split between its two neighbours on a lattice of {@value #CELLS} cells so that its mean is kept. O(deals times
 * cells). Where there are more than {@value #ONE_BY_ONE} deals, the smallest, of which each is small against the spread
 * of them all, come in one normal distribution; that keeps the work bounded, and a lattice of cells wider than the
 * deals would make the spread too wide.
 */
final class DealSum {

    /** The most cells of the lattice. */
    private static final int CELLS = 16_384;

    /** The most outcomes that are told apart. */
    private static final int OUTCOMES = 1_000;

    /** So many deals are convolved one by one, whatever their amounts. */
    private static final int ONE_BY_ONE = 4_096;

    /** How often the amount of a deal goes into the spread of the deals with which it is lumped, at least. */
    private static final double SMALL = 32;

    /** How far a normal distribution is drawn to each side, in standard deviations. */
    private static final double REACH = 8;

    private static final double NEVER = 1e-15;

    /** What even a million deals cannot make a chance of. */
    private static final double NOTHING = 1e-40;

    private final List<Uncertain> uncertain = new ArrayList<>();
    private BigInteger divisor = BigInteger.ZERO;
    private double certain;
    private double mean;
    private double variance;

    /** A positive amount that may come, with a chance above 0 and below 1. */
    private record Uncertain(double amount, double chance) {
        double variance() {
            return amount * amount * chance * (1 - chance);
        }
    }

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
            uncertain.add(new Uncertain(Math.abs(size), comes));
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
        List<Uncertain> ascending = new ArrayList<>(uncertain);
        ascending.sort(Comparator.comparingDouble(Uncertain::amount));
        int lumped = lumped(ascending);
        List<Uncertain> small = ascending.subList(0, lumped);
        // In the order in which they were added, unless some are lumped.
        List<Uncertain> single = lumped == 0 ? uncertain : ascending.subList(lumped, ascending.size());
        double spread = Math.sqrt(sum(small, Uncertain::variance));
        double start = certain + sum(small, deal -> deal.amount * deal.chance) - REACH * spread;
        double total = 2 * REACH * spread + sum(single, Uncertain::amount);
        double unit = divisor.doubleValue();
        boolean exact = total == 0 || (lumped == 0 && total / unit <= CELLS);
        total = exact ? total : Math.min(total, 2 * REACH * spread + most(single));
        double cell = exact ? unit : total / CELLS;
        double[] chance = convolve(single, spread, cell, total);
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < chance.length; i++) {
            if (chance[i] > NEVER) {
                all.add(new Outcome(start + i * cell, chance[i]));
            }
        }
        return normalised(all.size() > OUTCOMES ? merged(all) : all);
    }

    private static double sum(List<Uncertain> deals, ToDoubleFunction<Uncertain> part) {
        return deals.stream().mapToDouble(part).sum();
    }

    /** A sum that is exceeded with a chance below {@link #NEVER}, by Bernstein's inequality. */
    private static double most(List<Uncertain> deals) {
        double largest = deals.stream().mapToDouble(Uncertain::amount).max().orElse(0);
        double log = -2 * StrictMath.log(NEVER);
        double part = log * largest / 3;
        double above = (part + Math.sqrt(part * part + 4 * log * sum(deals, Uncertain::variance))) / 2;
        return sum(deals, deal -> deal.amount * deal.chance) + above;
    }

    /** How many of the smallest are together so close to normal (Berry and Esseen) that they need not be told apart. */
    private static int lumped(List<Uncertain> ascending) {
        if (ascending.size() <= ONE_BY_ONE) {
            return 0;
        }
        int lumped = 0;
        double variance = 0;
        for (int i = 0; i < ascending.size(); i++) {
            variance += ascending.get(i).variance();
            if (ascending.get(i).amount * SMALL <= Math.sqrt(variance)) {
                lumped = i + 1;
            }
        }
        return lumped;
    }

    private static double[] convolve(List<Uncertain> deals, double spread, double cell, double total) {
        long size = total == 0 ? 1 : (long) Math.ceil(total / cell) + deals.size() + 2;
        // Rounding up at every split would need more, but has no chance worth a cell.
        double[] chance = new double[(int) Math.min(size, 2 * CELLS + 2)];
        int used = start(chance, spread == 0 ? 0 : spread / cell);
        for (Uncertain deal : deals) {
            double place = deal.amount / cell;
            int whole = (int) Math.floor(place + 1e-9);
            double rest = Math.max(0, place - whole);
            double comes = deal.chance;
            for (int i = Math.min(chance.length - whole - 2, used); i >= 0; i--) {
                double here = chance[i];
                if (here != 0) {
                    chance[i] = here * (1 - comes);
                    chance[i + whole] += here * comes * (1 - rest);
                    chance[i + whole + 1] += here * comes * rest;
                }
            }
            used = Math.min(chance.length - 1, used + whole + 1);
            while (chance[used] < NOTHING) {
                chance[used--] = 0;
            }
        }
        return chance;
    }

    /** Before any single deal: nothing for certain, or a normal distribution of that spread; the last cell in use. */
    private static int start(double[] chance, double spread) {
        if (spread == 0) {
            chance[0] = 1;
            return 0;
        }
        int last = Math.min(chance.length - 1, (int) Math.ceil(2 * REACH * spread));
        for (int i = 0; i <= last; i++) {
            double z = i / spread - REACH;
            chance[i] = StrictMath.exp(-z * z / 2) / (spread * StrictMath.sqrt(2 * Math.PI));
        }
        return last;
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
