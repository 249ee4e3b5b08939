package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;

/** Polynomials in the lag operator by their coefficients; the first one is 1. */
final class LagPolynomial {

    private LagPolynomial() {}

    static double[] minus(int terms, double[] from, int at, int lag) {
        return of(terms, from, at, lag, -1);
    }

    static double[] plus(int terms, double[] from, int at, int lag) {
        return of(terms, from, at, lag, 1);
    }

    private static double[] of(int terms, double[] from, int at, int lag, int sign) {
        double[] polynomial = new double[terms * lag + 1];
        polynomial[0] = 1;
        for (int i = 0; i < terms; i++) {
            polynomial[(i + 1) * lag] = sign * from[at + i];
        }
        return polynomial;
    }

    static double[] difference(int lag) {
        double[] polynomial = new double[lag + 1];
        polynomial[0] = 1;
        polynomial[lag] = -1;
        return polynomial;
    }

    static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0) {
                for (int j = 0; j < b.length; j++) {
                    product[i + j] += a[i] * b[j];
                }
            }
        }
        return product;
    }

    static double atOne(double[] a) {
        return Arrays.stream(a).sum();
    }
}
