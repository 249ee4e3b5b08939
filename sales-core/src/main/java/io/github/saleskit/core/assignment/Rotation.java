package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
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
 * <p>Credits are whole multiples of 1/{@link #unit()} of a turn, exact unless the weights of ever new groups have no common
 * denominator below 10<sup>13</sup>; then each change of the group rounds them by less than 10<sup>-12</sup> of a turn, and
 * their sum stays zero.
 *
 * <p>Time and space: linear in the number of people who ever took part. Sources: R. Tijdeman, "The chairman assignment
 * problem", Discrete Mathematics 32 (1980), 323-330, for the first promise; R. Fagin and J. H. Williams, "A fair carpool
 * scheduling algorithm", IBM Journal of Research and Development 27 (1983), 133-139, for the second.
 *
 * <p>Immutable and thread-safe.
 *
 * @param unit the number of units of credit that make a turn, at least 1
 * @param credits the credit of everybody who ever took part, by id in natural order, in units
 * @param steady the people, with their weights in lowest terms, among whom the first promise is being kept; empty while the
 *     credits are too far apart for it
 */
public record Rotation(
        @JsonProperty(required = true) long unit,
        @JsonProperty(required = true) Map<String, Long> credits,
        Map<String, Integer> steady)
        implements StrictDocument {

    private static final Rotation START = new Rotation(1, new TreeMap<>(), new TreeMap<>());

    public Rotation {
        requireNonNull(credits, "credits");
        if (unit < 1 || unit > Ledger.FINEST) {
            throw new IllegalArgumentException("unit is " + unit + ", but must be from 1 to " + Ledger.FINEST + ".");
        }
        SortedMap<String, Long> sorted = new TreeMap<>(credits);
        check(unit, sorted);
        long common = Ledger.commonDivisor(unit, sorted.values());
        sorted.replaceAll((id, credit) -> credit / common);
        unit = unit / common;
        credits = Collections.unmodifiableSortedMap(sorted);
        steady = Collections.unmodifiableSortedMap(steady == null ? new TreeMap<>() : new TreeMap<>(steady));
        if (!credits.keySet().containsAll(steady.keySet())) {
            throw new IllegalArgumentException("steady names " + steady.keySet() + ", but only " + credits.keySet()
                    + " have credits.\nMaybe the state was edited by hand?");
        }
    }

    private static void check(long unit, Map<String, Long> credits) {
        long sum = 0;
        for (Map.Entry<String, Long> entry : credits.entrySet()) {
            long credit = requireNonNull(entry.getValue(), "credit");
            if (Math.abs(credit) / unit > credits.size()) {
                throw new IllegalArgumentException("credit of " + entry.getKey() + " is " + credit + " at " + unit
                        + " a turn, but no credit is beyond the number of people, " + credits.size() + ".");
            }
            sum += credit;
        }
        if (sum != 0) {
            throw new IllegalArgumentException(
                    "credits add up to " + sum + ", but must add up to 0.\nMaybe somebody was removed by hand?");
        }
    }

    /** A rotation in which nobody had a turn yet. */
    public static Rotation start() {
        return START;
    }

    /**
     * Gives one turn.
     *
     * @param weights who may take it, by id, with positive weights; only their proportions matter
     * @throws IllegalArgumentException when nobody may take it or a weight is not positive
     */
    public Turn turn(Map<String, Integer> weights) {
        return Ledger.open(this, new TreeMap<>(weights)).giveTurn();
    }

    /** What the person was entitled to less what they got, in turns; 0 for who never took part. */
    public double credit(String id) {
        return credits.getOrDefault(id, 0L) / (double) unit;
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
