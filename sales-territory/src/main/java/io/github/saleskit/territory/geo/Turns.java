package io.github.saleskit.territory.geo;

import java.math.BigDecimal;

/**
 * The exact signs of the two determinants that decide how points of a plane lie.
 *
 * <p>Plain arithmetic where its error cannot change the sign, exact decimals otherwise (J. R. Shewchuk, "Adaptive
 * Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", Discrete and Computational Geometry 18,
 * 1997).
 */
final class Turns {

    private static final double EPSILON = 0x1p-53;
    private static final double TURN_ERROR = (3 + 16 * EPSILON) * EPSILON;
    private static final double CIRCLE_ERROR = (10 + 96 * EPSILON) * EPSILON;
    /** Below it products may have lost digits to underflow. */
    private static final double SMALLEST = 1e-250;

    private Turns() {}

    /** 1 when the way from a over b to c turns left, -1 when it turns right, 0 when it is straight. */
    static int turn(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double determinant = left - right;
        double size = Math.abs(left) + Math.abs(right);
        return certain(determinant, size, TURN_ERROR)
                ? (int) Math.signum(determinant)
                : exactTurn(ax, ay, bx, by, cx, cy);
    }

    /** 1 when d is inside the circle through a, b and c, which turn left, -1 when outside, 0 when on it. */
    static int inCircle(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double adx = ax - dx;
        double ady = ay - dy;
        double bdx = bx - dx;
        double bdy = by - dy;
        double cdx = cx - dx;
        double cdy = cy - dy;
        double a = adx * adx + ady * ady;
        double b = bdx * bdx + bdy * bdy;
        double c = cdx * cdx + cdy * cdy;
        double determinant = a * (bdx * cdy - bdy * cdx) + b * (cdx * ady - cdy * adx) + c * (adx * bdy - ady * bdx);
        double size = a * (Math.abs(bdx * cdy) + Math.abs(bdy * cdx))
                + b * (Math.abs(cdx * ady) + Math.abs(cdy * adx))
                + c * (Math.abs(adx * bdy) + Math.abs(ady * bdx));
        return certain(determinant, size, CIRCLE_ERROR)
                ? (int) Math.signum(determinant)
                : exactInCircle(ax, ay, bx, by, cx, cy, dx, dy);
    }

    private static boolean certain(double determinant, double size, double error) {
        return size > SMALLEST && size < Double.POSITIVE_INFINITY && Math.abs(determinant) > error * size;
    }

    private static int exactTurn(double ax, double ay, double bx, double by, double cx, double cy) {
        return product(ax, cx, by, cy).compareTo(product(ay, cy, bx, cx));
    }

    /** (a - b) times (c - d). */
    private static BigDecimal product(double a, double b, double c, double d) {
        return difference(a, b).multiply(difference(c, d));
    }

    private static BigDecimal difference(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }

    private static int exactInCircle(
            double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        BigDecimal a = lift(ax, ay, dx, dy).multiply(minor(bx, by, cx, cy, dx, dy));
        BigDecimal b = lift(bx, by, dx, dy).multiply(minor(cx, cy, ax, ay, dx, dy));
        BigDecimal c = lift(cx, cy, dx, dy).multiply(minor(ax, ay, bx, by, dx, dy));
        return a.add(b).add(c).signum();
    }

    private static BigDecimal lift(double px, double py, double dx, double dy) {
        return product(px, dx, px, dx).add(product(py, dy, py, dy));
    }

    private static BigDecimal minor(double px, double py, double qx, double qy, double dx, double dy) {
        return product(px, dx, qy, dy).subtract(product(py, dy, qx, dx));
    }
}
