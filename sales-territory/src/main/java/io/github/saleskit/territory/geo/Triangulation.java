package io.github.saleskit.territory.geo;

import java.util.Arrays;

/**
 * The Delaunay triangulation of points in a plane: no point is inside the circle through the corners of a triangle.
 *
 * <p>Points are inserted one after the other along a Hilbert curve; the triangles whose circle a new point is in make
 * room for it (A. Bowyer, "Computing Dirichlet tessellations", The Computer Journal 24, 1981; D. F. Watson, in the same
 * issue). All around lie triangles with a corner at infinity. Signs are exact, so equal, straight and round
 * arrangements of points need no care. About O(n log n) for n points.
 *
 * <p>Half-edge {@code e} runs from {@code corner[e]} to {@code corner[next(e)]}; three in a row make a triangle,
 * counterclockwise.
 */
final class Triangulation {

    static final int INFINITE = -1;
    private static final int NONE = -1;

    private final double[] x;
    private final double[] y;
    /** The points in the order of their insertion, each place once. */
    private final int[] order;
    /** For each point the one with the same coordinates that stands for it. */
    final int[] twins;

    int[] corner;
    int[] twin;
    int edges;
    /** Triangles that were taken away, as a stack. */
    private int[] free;

    private int freed;
    private int last;
    /** The stamp of the insertion that found the triangle in conflict. */
    private int[] stamp;

    private int[] cavity;
    private int[] rim;
    private final int[] spoke;

    Triangulation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        InsertionOrder insertion = new InsertionOrder(x, y);
        order = insertion.distinct;
        twins = insertion.twins;
        int most = Math.max(8, 2 * order.length + 8);
        corner = new int[3 * most];
        twin = new int[3 * most];
        stamp = new int[most];
        free = new int[most];
        cavity = new int[most];
        rim = new int[3 * most];
        spoke = new int[x.length + 1];
        build();
    }

    static int next(int e) {
        return e % 3 == 2 ? e - 2 : e + 1;
    }

    private void build() {
        int third = firstTurn();
        if (third == order.length) {
            return;
        }
        int a = order[0];
        int b = order[1];
        int c = order[third];
        boolean left = turn(a, b, c) > 0;
        start(a, left ? b : c, left ? c : b);
        for (int i = 2; i < order.length; i++) {
            if (i != third) {
                insert(order[i], i);
            }
        }
    }

    /** Where the first point is that is not in line with the first two. */
    private int firstTurn() {
        int i = 2;
        while (i < order.length && turn(order[0], order[1], order[i]) == 0) {
            i++;
        }
        return Math.min(i, order.length);
    }

    private void start(int a, int b, int c) {
        int inner = triangle(a, b, c);
        int[] outer = {
            triangle(b, a, INFINITE), triangle(c, b, INFINITE), triangle(a, c, INFINITE),
        };
        for (int i = 0; i < 3; i++) {
            join(inner + i, outer[i]);
            join(outer[i] + 1, outer[(i + 2) % 3] + 2);
        }
        last = inner;
    }

    private int triangle(int a, int b, int c) {
        int e = freed > 0 ? free[--freed] : newTriangle();
        corner[e] = a;
        corner[e + 1] = b;
        corner[e + 2] = c;
        stamp[e / 3] = NONE;
        return e;
    }

    private int newTriangle() {
        if (edges + 3 > corner.length) {
            corner = Arrays.copyOf(corner, 2 * corner.length);
            twin = Arrays.copyOf(twin, corner.length);
            stamp = Arrays.copyOf(stamp, corner.length / 3);
            free = Arrays.copyOf(free, corner.length / 3);
            cavity = Arrays.copyOf(cavity, corner.length / 3);
            rim = Arrays.copyOf(rim, corner.length);
        }
        edges += 3;
        return edges - 3;
    }

    private void join(int e, int f) {
        twin[e] = f;
        twin[f] = e;
    }

    private void insert(int p, int number) {
        int size = conflicts(locate(p), p, number);
        int border = 0;
        for (int i = 0; i < size; i++) {
            for (int e = cavity[i]; e < cavity[i] + 3; e++) {
                if (stamp[twin[e] / 3] != number) {
                    rim[border++] = e;
                }
            }
        }
        fill(p, border);
        for (int i = 0; i < size; i++) {
            free[freed++] = cavity[i];
            Arrays.fill(corner, cavity[i], cavity[i] + 3, NONE - 1);
        }
    }

    /** Makes a triangle of the point and each edge of the rim. */
    private void fill(int p, int border) {
        for (int i = 0; i < border; i++) {
            int inside = rim[i];
            int outside = twin[inside];
            int e = triangle(corner[inside], corner[next(inside)], p);
            join(e, outside);
            spoke[corner[e] + 1] = e;
            rim[i] = e;
        }
        for (int i = 0; i < border; i++) {
            int e = rim[i];
            join(e + 1, spoke[corner[e + 1] + 1] + 2);
        }
        last = rim[0];
    }

    /**
     * A triangle whose circle the point is in: a straight walk that ends in the triangle around it, or outside behind
     * an edge.
     */
    private int locate(int p) {
        int t = last - last % 3;
        if (outer(t)) {
            t = triangleOf(twin[next(infinite(t))]);
        }
        int beyond = beyond(t, p);
        while (beyond != NONE) {
            t = triangleOf(beyond);
            beyond = outer(t) ? NONE : beyond(t, p);
        }
        return t;
    }

    /** The twin of an edge of the triangle that has the point on its other side. */
    private int beyond(int t, int p) {
        for (int e = t; e < t + 3; e++) {
            if (turn(corner[e], corner[next(e)], p) < 0) {
                return twin[e];
            }
        }
        return NONE;
    }

    private static int triangleOf(int e) {
        return e - e % 3;
    }

    private boolean outer(int t) {
        return corner[t] == INFINITE || corner[t + 1] == INFINITE || corner[t + 2] == INFINITE;
    }

    private int infinite(int t) {
        return corner[t] == INFINITE ? t : corner[t + 1] == INFINITE ? t + 1 : t + 2;
    }

    /** Collects the triangles whose circle the point is in; returns their number. */
    private int conflicts(int first, int p, int number) {
        cavity[0] = first;
        stamp[first / 3] = number;
        int size = 1;
        for (int i = 0; i < size; i++) {
            for (int e = cavity[i]; e < cavity[i] + 3; e++) {
                int t = triangleOf(twin[e]);
                if (stamp[t / 3] != number && inConflict(t, p)) {
                    stamp[t / 3] = number;
                    cavity[size++] = t;
                }
            }
        }
        return size;
    }

    private boolean inConflict(int t, int p) {
        if (outer(t)) {
            int from = next(infinite(t));
            int a = corner[from];
            int b = corner[next(from)];
            int turn = turn(a, b, p);
            return turn > 0 || (turn == 0 && between(a, b, p));
        }
        int a = corner[t];
        int b = corner[t + 1];
        int c = corner[t + 2];
        return Turns.inCircle(x[a], y[a], x[b], y[b], x[c], y[c], x[p], y[p]) > 0;
    }

    private boolean between(int a, int b, int p) {
        return within(x[a], x[b], x[p]) && within(y[a], y[b], y[p]);
    }

    private static boolean within(double a, double b, double value) {
        return value >= Math.min(a, b) && value <= Math.max(a, b);
    }

    private int turn(int a, int b, int c) {
        return Turns.turn(x[a], y[a], x[b], y[b], x[c], y[c]);
    }

    /** Whether half-edge e belongs to a triangle that is still there. */
    boolean there(int e) {
        return corner[e] > NONE - 1;
    }

    /** Whether there are no triangles, since all points are in line. */
    boolean flat() {
        return edges == 0;
    }

    /** The points, each place once. */
    int[] distinct() {
        return order.clone();
    }
}
