package io.github.saleskit.core.money;

/**
 * To whom the remainder goes when an amount is divided in proportion to weights and the shares are no whole minor
 * units.
 *
 * <p>The examples divide EUR 1.00 by the weights 1, 1, 1, whose shares are 33.33... cents. A negative amount is divided
 * like the positive one with all signs turned. A part without weight never gets anything.
 */
public enum AllocationMethod {
    /**
     * Each part gets its share rounded toward zero; the minor units left go one each to the largest fractions cut off,
     * among equal fractions to the earlier part: 0.34, 0.33, 0.33. Also called Hamilton's or Hare-Niemeyer's method.
     * Every part is less than one minor unit away from its share.
     */
    LARGEST_REMAINDER,
    /**
     * Each part gets its share rounded toward zero; the minor units left go one each to the first parts: 0.34, 0.33,
     * 0.33. Every part is at most one minor unit away from its share.
     */
    FIRST,
    /**
     * Each part gets its share rounded toward zero; the minor units left go one each to the last parts: 0.33, 0.33,
     * 0.34. Every part is at most one minor unit away from its share.
     */
    LAST,
    /**
     * Each part gets its share rounded to the nearest minor unit, halves toward zero; the difference goes one minor
     * unit each to the first parts: 0.34, 0.33, 0.33. Every part is at most one and a half minor units away from its
     * share, none of the other sign.
     */
    DIFFERENCE_TO_FIRST,
    /**
     * Each part gets its share rounded to the nearest minor unit, halves toward zero; the difference goes one minor
     * unit each to the last parts: 0.33, 0.33, 0.34. Every part is at most one and a half minor units away from its
     * share, none of the other sign.
     */
    DIFFERENCE_TO_LAST,
    /**
     * The running total of the shares is rounded to the nearest minor unit, halves away from zero, and each part is the
     * step from one to the next: 0.33, 0.34, 0.33. Every part, and every sum of neighbours, is less than one minor unit
     * away from its share.
     */
    CUMULATIVE
}
