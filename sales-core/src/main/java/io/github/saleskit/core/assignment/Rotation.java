package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose turn it is: the state of a weighted round robin that stays fair while people come and go.
 *
 * <p>At each turn one of the people who may take it gets it, and each of them becomes entitled to a share of it in proportion to
 * the weights. A person's <em>credit</em> is what they were entitled to less what they got, in turns:
 *
 * <pre>{@code
 * Rotation.Turn first = Rotation.start().turn(Map.of("ann", 2, "bob", 1));
 * first.id();                  // "ann"
 * first.next().credit("ann");  // -0.333...: entitled to 2/3 of a turn, got a whole one
 * }</pre>
 *
 * <p>What is promised, for k people:
 * <ul>
 *   <li>While the same people take part with the same weights from the start, no credit is ever beyond plus or minus
 *       1 - 1/(2k-2), and after each sum-of-the-weights turns everybody has exactly their due.
 *   <li>However the people who may take a turn and their weights change from turn to turn, no credit is ever beyond plus or
 *       minus (k-1)/2, counting everybody who ever took part.
 *   <li>The credits add up to zero. Who is new starts at zero; who is away keeps their credit and earns none.
 *   <li>The order in which people are listed plays no part; equal claims go to the first id in natural order.
 * </ul>
 *
 * <p>Credits are exact fractions unless the weights of ever new groups have no common
 * denominator below 10<sup>13</sup>; then each change of the group rounds them by less than 10<sup>-12</sup> of a turn, and
 * their sum stays zero.
 *
 * <p>As JSON {@code {"unit":3,"credits":{"ann":-1,"bob":1},"steady":{"ann":2,"bob":1}}}: how many units of credit make a turn,
 * everybody's credit in units, and the group, with weights in lowest terms, for which the first promise is being kept; empty while
 * credits are too far apart for it.
 *
 * <p>Time and space: linear in the number of people who ever took part. Sources: R. Tijdeman, "The chairman assignment
 * problem", Discrete Mathematics 32 (1980), 323-330, for the first promise; R. Fagin and J. H. Williams, "A fair carpool
 * scheduling algorithm", IBM Journal of Research and Development 27 (1983), 133-139, for the second.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rotation {

    private static final Rotation START = new Rotation(new String[0], new long[0], new int[0], 1);

    /** Everybody who ever took part, in natural order. */
    final String[] ids;

    /** In units, in lowest terms. */
    final long[] credits;

    /** The weights of the steady group in lowest terms, 0 for everybody else. */
    final int[] steady;

    final long unit;

    /** Takes over the arrays. */
    Rotation(String[] ids, long[] credits, int[] steady, long unit) {
        long common = unit;
        for (int i = 0; i < credits.length && common > 1; i++) {
            common = LongMath.gcd(common, Math.abs(credits[i]));
        }
        for (int i = 0; i < credits.length && common > 1; i++) {
            credits[i] /= common;
        }
        this.ids = ids;
        this.credits = credits;
        this.steady = steady;
        this.unit = unit / common;
    }

    /** A rotation in which nobody had a turn yet. */
    public static Rotation start() {
        return START;
    }

    /**
     * Gives one turn.
     *
     * @param weights who may take it, by id, with weights from 1 to 1,000,000; only their proportions matter
     * @throws IllegalArgumentException when nobody may take it or a weight is out of range
     */
    public Turn turn(Map<String, Integer> weights) {
        return Ledger.open(this, sorted(weights)).giveTurn();
    }

    private static SortedMap<String, Integer> sorted(Map<String, Integer> weights) {
        return weights instanceof SortedMap<String, Integer> sorted && sorted.comparator() == null
                ? sorted
                : new TreeMap<>(weights);
    }

    /** What the person was entitled to less what they got, in turns; 0 for who never took part. */
    public double credit(String id) {
        int i = Arrays.binarySearch(ids, id);
        return i < 0 ? 0 : credits[i] / (double) unit;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Rotation fromJson(RotationShape shape) {
        return shape.toRotation();
    }

    @JsonValue
    private Object toJson() {
        return RotationShape.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rotation that
                && unit == that.unit
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(credits, that.credits)
                && Arrays.equals(steady, that.steady);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(credits);
    }

    /** Units, credits and steady group. */
    @Override
    public String toString() {
        return RotationShape.of(this).toString();
    }

    /**
     * One turn given.
     *
     * @param id who got it
     * @param next the rotation after it
     */
    public record Turn(String id, Rotation next) {

        public Turn {
            requireNonNull(id, "id");
            requireNonNull(next, "next");
        }
    }
}
