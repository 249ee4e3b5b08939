package io.github.saleskit.core.scorecard;

import java.util.Arrays;

/** Sums of derivatives by code or cell, and the steps that follow from them. */
final class Cuts {
    final double[] firsts;
    final double[] seconds;
    final double[] steps;
    private final double[] sumsOfFirsts;
    private final double[] sumsOfSeconds;
    private double gain;
    private int bestInner;

    Cuts(int most) {
        firsts = new double[most];
        seconds = new double[most];
        steps = new double[most];
        int corners = (PairSearch.MOST_GROUPS + 1) * (PairSearch.MOST_GROUPS + 1);
        sumsOfFirsts = new double[corners];
        sumsOfSeconds = new double[corners];
    }

    void clear(int size) {
        Arrays.fill(firsts, 0, size, 0);
        Arrays.fill(seconds, 0, size, 0);
    }

    boolean intoValues(int size, double shrinkage, double rate) {
        boolean moved = false;
        for (int k = 0; k < size; k++) {
            steps[k] = -rate * firsts[k] / (seconds[k] + shrinkage);
            moved |= steps[k] != 0;
        }
        return moved;
    }

    /** Absent apart, the others into at most three ranges; whether anything moved. */
    boolean intoRanges(int size, double shrinkage, double leastGain, double rate) {
        steps[0] = -rate * firsts[0] / (seconds[0] + shrinkage);
        int cut = bestCut(1, size, shrinkage, leastGain);
        if (cut < 0) {
            Arrays.fill(steps, 1, size, 0);
            return steps[0] != 0;
        }
        int below = bestCut(1, cut, shrinkage, leastGain);
        double gainBelow = below < 0 ? 0 : gain;
        int above = bestCut(cut, size, shrinkage, leastGain);
        double gainAbove = above < 0 ? 0 : gain;
        int one = below > 0 && gainBelow >= gainAbove ? below : cut;
        int two = below > 0 && gainBelow >= gainAbove ? cut : above > 0 ? above : size;
        fill(1, one, shrinkage, rate);
        fill(one, two, shrinkage, rate);
        fill(two, size, shrinkage, rate);
        return true;
    }

    private int bestCut(int from, int to, double shrinkage, double leastGain) {
        double allFirst = 0;
        double allSecond = 0;
        for (int k = from; k < to; k++) {
            allFirst += firsts[k];
            allSecond += seconds[k];
        }
        double without = allFirst * allFirst / (allSecond + shrinkage);
        double best = without + leastGain;
        int cut = -1;
        double f = 0;
        double s = 0;
        for (int k = from; k < to - 1; k++) {
            f += firsts[k];
            s += seconds[k];
            double rest = allFirst - f;
            double gained = f * f / (s + shrinkage) + rest * rest / (allSecond - s + shrinkage);
            if (gained > best && s >= 2 && allSecond - s >= 2) {
                best = gained;
                cut = k + 1;
            }
        }
        gain = best - without;
        return cut;
    }

    private void fill(int from, int to, double shrinkage, double rate) {
        double f = 0;
        double s = 0;
        for (int k = from; k < to; k++) {
            f += firsts[k];
            s += seconds[k];
        }
        Arrays.fill(steps, from, Math.max(from, to), -rate * f / (s + shrinkage));
    }

    /** One column into two, each side by the other column into two; whether it is worth it. */
    boolean intoQuarters(int height, int width, double shrinkage, double leastGain, double rate) {
        sum(height, width);
        double f = sumsOfFirsts[height * (width + 1) + width];
        double s = sumsOfSeconds[height * (width + 1) + width];
        double best = f * f / (s + shrinkage) + leastGain;
        boolean byFirst = true;
        int root = -1;
        for (int cut = 1; cut < height; cut++) {
            double gained =
                    best(0, cut, height, width, true, shrinkage) + best(cut, height, height, width, true, shrinkage);
            if (gained > best) {
                best = gained;
                root = cut;
            }
        }
        for (int cut = 1; cut < width; cut++) {
            double gained =
                    best(0, cut, height, width, false, shrinkage) + best(cut, width, height, width, false, shrinkage);
            if (gained > best) {
                best = gained;
                root = cut;
                byFirst = false;
            }
        }
        if (root < 0) {
            return false;
        }
        step(0, root, height, width, byFirst, shrinkage, rate);
        step(root, byFirst ? height : width, height, width, byFirst, shrinkage, rate);
        return true;
    }

    private void sum(int height, int width) {
        int line = width + 1;
        Arrays.fill(sumsOfFirsts, 0, line, 0);
        Arrays.fill(sumsOfSeconds, 0, line, 0);
        for (int i = 0; i < height; i++) {
            double f = 0;
            double s = 0;
            int above = i * line;
            sumsOfFirsts[above + line] = 0;
            sumsOfSeconds[above + line] = 0;
            for (int j = 0; j < width; j++) {
                f += firsts[i * width + j];
                s += seconds[i * width + j];
                sumsOfFirsts[above + line + j + 1] = sumsOfFirsts[above + j + 1] + f;
                sumsOfSeconds[above + line + j + 1] = sumsOfSeconds[above + j + 1] + s;
            }
        }
    }

    /** The best that a band of one column can gain by a cut of the other, which is left in {@link #bestInner}. */
    private double best(int from, int to, int height, int width, boolean byFirst, double shrinkage) {
        int line = width + 1;
        int low = byFirst ? from * line : from;
        int high = byFirst ? to * line : to;
        int stride = byFirst ? 1 : line;
        int length = byFirst ? width : height;
        double f = sumsOfFirsts[high + length * stride] - sumsOfFirsts[low + length * stride];
        double s = sumsOfSeconds[high + length * stride] - sumsOfSeconds[low + length * stride];
        double best = Double.NEGATIVE_INFINITY;
        for (int cut = 0; cut < length; cut++) {
            double f1 = sumsOfFirsts[high + cut * stride] - sumsOfFirsts[low + cut * stride];
            double s1 = sumsOfSeconds[high + cut * stride] - sumsOfSeconds[low + cut * stride];
            double gained = f1 * f1 / (s1 + shrinkage) + (f - f1) * (f - f1) / (s - s1 + shrinkage);
            if (gained > best) {
                best = gained;
                bestInner = cut;
            }
        }
        return best;
    }

    private void step(int from, int to, int height, int width, boolean byFirst, double shrinkage, double rate) {
        best(from, to, height, width, byFirst, shrinkage);
        int inner = bestInner;
        fillBlock(from, to, 0, inner, width, byFirst, shrinkage, rate);
        fillBlock(from, to, inner, byFirst ? width : height, width, byFirst, shrinkage, rate);
    }

    private void fillBlock(
            int from, int to, int low, int high, int width, boolean byFirst, double shrinkage, double rate) {
        double f = 0;
        double s = 0;
        for (int i = from; i < to; i++) {
            for (int j = low; j < high; j++) {
                int cell = byFirst ? i * width + j : j * width + i;
                f += firsts[cell];
                s += seconds[cell];
            }
        }
        double step = -rate * f / (s + shrinkage);
        for (int i = from; i < to; i++) {
            for (int j = low; j < high; j++) {
                steps[byFirst ? i * width + j : j * width + i] = step;
            }
        }
    }
}
