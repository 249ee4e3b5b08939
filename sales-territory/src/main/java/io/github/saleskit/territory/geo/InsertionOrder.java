package io.github.saleskit.territory.geo;

import java.util.Arrays;

/**
 * The order of points along a Hilbert curve over their bounding box (D. Hilbert, 1891), which keeps neighbours near
 * each other and does not depend on the order in which the points were given.
 */
final class InsertionOrder {

    private static final int BITS = 16;

    /** Each place once. */
    final int[] distinct;
    /** For each point the first one given of those with its coordinates. */
    final int[] twins;

    InsertionOrder(double[] x, double[] y) {
        Integer[] order = new Integer[x.length];
        long[] curve = curve(x, y);
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> compare(curve, x, y, a, b));
        twins = new int[x.length];
        int[] firsts = new int[x.length];
        int size = 0;
        for (int point : order) {
            boolean same = size > 0 && x[firsts[size - 1]] == x[point] && y[firsts[size - 1]] == y[point];
            if (!same) {
                firsts[size++] = point;
            }
            twins[point] = firsts[size - 1];
        }
        distinct = Arrays.copyOf(firsts, size);
    }

    private static int compare(long[] curve, double[] x, double[] y, int a, int b) {
        int byCurve = Long.compare(curve[a], curve[b]);
        int byX = byCurve != 0 ? byCurve : Double.compare(x[a] + 0.0, x[b] + 0.0);
        int byY = byX != 0 ? byX : Double.compare(y[a] + 0.0, y[b] + 0.0);
        return byY != 0 ? byY : Integer.compare(a, b);
    }

    private static long[] curve(double[] x, double[] y) {
        double left = Arrays.stream(x).min().orElse(0);
        double bottom = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - left;
        double height = Arrays.stream(y).max().orElse(0) - bottom;
        double scale = ((1 << BITS) - 1) / Math.max(Double.MIN_NORMAL, Math.max(width, height));
        long[] curve = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            curve[i] = alongCurve((int) ((x[i] - left) * scale), (int) ((y[i] - bottom) * scale));
        }
        return curve;
    }

    private static long alongCurve(int column, int row) {
        long along = 0;
        int a = column;
        int b = row;
        for (int s = 1 << (BITS - 1); s > 0; s >>= 1) {
            int right = (a & s) > 0 ? 1 : 0;
            int up = (b & s) > 0 ? 1 : 0;
            along += (long) s * s * ((3 * right) ^ up);
            if (up == 0) {
                int turnedA = right == 1 ? s - 1 - (b & (s - 1)) : b & (s - 1);
                int turnedB = right == 1 ? s - 1 - (a & (s - 1)) : a & (s - 1);
                a = turnedA;
                b = turnedB;
            }
        }
        return along;
    }
}
