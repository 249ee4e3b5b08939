package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: the state of a weighted round robin that stays fair while people come and go.
 *
 * <p>At each turn one of the people who may take it gets it, and each of them becomes entitled to a share of it in
 * proportion to the weights. A person's <em>credit</em> is what they were entitled to less what they got, in turns:
 *
 * <pre>{@code
 * Rotation.Turn first = Rotation.start().turn(Map.of("ann", 2, "bob", 1));
 * first.id();                  // "ann"
 * first.next().credit("ann");  // -0.333...: entitled to 2/3 of a turn, got a whole one
 * }</pre>
 *
 * <p>What is promised, for k people:
 *
 * <ul>
 *   <li>While the same people take part with the same weights from the start, no credit is ever beyond plus or minus 1
 *       - 1/(2k-2), and after each sum-of-the-weights turns everybody has exactly their due.
 *   <li>However the people who may take a turn and their weights change from turn to turn, no credit is ever beyond
 *       plus or minus (k-1)/2, counting everybody who ever took part.
 *   <li>The credits add up to zero. Who is new starts at zero; who is away keeps their credit and earns none.
 *   <li>The order in which people are listed plays no part; equal claims go to the first id in natural order.
 * </ul>
 *
 * <p>Turns that are given to somebody whose turn it is not ({@link #give}), taken back ({@link #takeBack}) or forced by
 * somebody's leave ({@link #without}) keep the sum at zero and are made up for by the turns that follow.
 *
 * <p>Credits are whole numbers of a unit, exact fractions as long as the weights of the groups have a common
 * denominator of at most 2<sup>50</sup> (2<sup>44</sup> with more than 1,000 people). Where ever new groups have none,
 * a turn of a group counts as slightly less than a whole one: less by at most twice the sum of the group's weights over
 * that number, 2 * 10<sup>-12</sup> of a turn for weights that add up to 1,000 among few people. Who got or missed
 * thousands of turns out of turn makes the unit coarser, so that no credit overflows.
 *
 * <p>As JSON {@code {"unit":3,"credits":{"ann":-1,"bob":1},"steady":{"ann":2,"bob":1}}}: how many units of credit make
 * a turn, everybody's credit in units, and the weights of the group for which the first promise is being kept; empty
 * while credits are too far apart for it.
 *
 * <p>A turn takes time linear in the number of people, a nanosecond or two for each. A state shares the memory of the
 * one before but for the blocks of 64 people in which credits change in another way than by everybody's share. Sources:
 * R. Tijdeman, "The chairman assignment problem", Discrete Mathematics 32 (1980), 323-330, for the first promise; R.
 * Fagin and J. H. Williams, "A fair carpool scheduling algorithm", IBM Journal of Research and Development 27 (1983),
 * 133-139, for the second.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rotation {

    private static final Rotation START = new Rotation(Roster.NOBODY, new long[0][], 0, 1, null);

    final Roster roster;

    /** Credits at clock zero, in units, in blocks of 64 people. */
    final long[][] blocks;

    /** Credit that everybody earned for each unit of weight since; blocks make up for who did not. */
    final long clock;

    /** How many units make a turn. */
    final long unit;

    /** For whom Tijdeman's promise is being kept: one bit each, or null for nobody. */
    final long @Nullable [] steady;

    Rotation(Roster roster, long[][] blocks, long clock, long unit, long @Nullable [] steady) {
        this.roster = roster;
        this.blocks = blocks;
        this.clock = clock;
        this.unit = unit;
        this.steady = steady;
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
        RotationGroup group = RotationGroup.of(weights);
        return turn(group, group.everybody());
    }

    /**
     * Gives one turn among some people of a group; the fastest way where the group stays the same object.
     *
     * @param mayTake the indexes of those who may take it
     * @throws IllegalArgumentException when nobody may take it, or somebody who is not in the group
     */
    public Turn turn(RotationGroup group, BitSet mayTake) {
        return turn(group, mayTake, mayTake);
    }

    /**
     * Gives one turn among some people of a group, with a share in it also for others, who so catch up later: people on
     * leave whose turns are kept for them.
     *
     * @param mayTake the indexes of those who may take it
     * @param entitled the indexes of those who earn a share, those who may take it among them
     * @throws IllegalArgumentException when nobody may take it, or somebody who is not in the group or not entitled
     */
    public Turn turn(RotationGroup group, BitSet mayTake, BitSet entitled) {
        requireWithin("mayTake", mayTake, group);
        if (entitled.equals(mayTake)) {
            int alone = mayTake.nextSetBit(0);
            if (mayTake.nextSetBit(alone + 1) < 0) {
                return new Turn(group.id(alone), knowing(group.id(alone)));
            }
            Rotation aligned = Alignment.to(group, this);
            long[] bits = aligned.roster.placed(mayTake.toLongArray());
            return new Ledger(aligned, bits).giveTurn(bits);
        }
        requireWithin("entitled", entitled, group);
        Rotation aligned = Alignment.withRoom(Alignment.to(group, this));
        long[] takers = aligned.roster.placed(mayTake.toLongArray());
        long[] all = aligned.roster.placed(entitled.toLongArray());
        for (int i = 0; i < takers.length; i++) {
            if ((takers[i] & ~all[i]) != 0) {
                throw new IllegalArgumentException(
                        "mayTake is " + mayTake + ", but only " + entitled + " are entitled to a share.");
            }
        }
        return new Ledger(aligned, all).giveTurn(takers);
    }

    /**
     * Gives a turn to somebody, whoever's turn it is; those entitled earn their shares all the same, so what this one
     * gets too much is made up for later.
     *
     * @param entitled the indexes of those who earn a share
     * @param id who gets the turn, of the group or not
     * @throws IllegalArgumentException when nobody is entitled, or somebody who is not in the group
     */
    public Rotation give(RotationGroup group, BitSet entitled, String id) {
        requireWithin("entitled", entitled, group);
        return knowing(id).charged(group, entitled, id, 1);
    }

    /**
     * Takes a turn back that somebody got, with the shares that were earned by it, as if it had never been.
     *
     * @param entitled the indexes of those who earned a share then
     * @param id who got the turn
     * @throws IllegalArgumentException when nobody was entitled, or somebody who is not in the group, or who got it
     *     never took part
     */
    public Rotation takeBack(RotationGroup group, BitSet entitled, String id) {
        requireWithin("entitled", entitled, group);
        if (place(id) < 0) {
            throw new IllegalArgumentException("id is \"" + id + "\", who never took part.");
        }
        return charged(group, entitled, id, -1);
    }

    private Rotation charged(RotationGroup group, BitSet entitled, String id, int turns) {
        Rotation aligned = Alignment.withRoom(Alignment.to(group, this));
        return new Ledger(aligned, aligned.roster.placed(entitled.toLongArray())).charge(aligned.place(id), turns);
    }

    /** The rotation without somebody, whose credit passes to the others in equal parts; itself when unknown. */
    public Rotation without(String id) {
        int place = place(id);
        return place < 0 ? this : Alignment.without(place, this);
    }

    private static void requireWithin(String name, BitSet bits, RotationGroup group) {
        if (bits.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty, but somebody must be able to take the turn.");
        }
        if (bits.length() > group.size()) {
            throw new IllegalArgumentException(name + " contains " + (bits.length() - 1)
                    + ", but the last index of the group is " + (group.size() - 1) + ".");
        }
    }

    private Rotation knowing(String id) {
        return place(id) >= 0 ? this : Alignment.to(roster.with(id), this);
    }

    int place(String id) {
        return Arrays.binarySearch(roster.ids, id);
    }

    /** In units. */
    long creditAt(int place) {
        return blocks[place >> Roster.WORD][place & Roster.IN_WORD] + roster.weights[place] * clock;
    }

    long[] credits() {
        long[] credits = new long[roster.ids.length];
        for (int i = 0; i < credits.length; i++) {
            credits[i] = creditAt(i);
        }
        return credits;
    }

    boolean isSteady(int place) {
        return steady != null && (steady[place >> Roster.WORD] >>> place & 1) != 0;
    }

    /** What the person was entitled to less what they got, in turns; 0 for who never took part. */
    public double credit(String id) {
        int place = place(id);
        return place < 0 ? 0 : creditAt(place) / (double) unit;
    }

    /** The credits of a group by index, in turns. */
    double[] creditsOf(RotationGroup group) {
        double[] credits = new double[group.size()];
        boolean placed = roster.isFor(group);
        for (int i = 0; i < credits.length; i++) {
            credits[i] = placed ? creditAt(roster.placeOf(i)) / (double) unit : credit(group.id(i));
        }
        return credits;
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
        return this == other
                || (other instanceof Rotation that
                        && unit == that.unit
                        && RotationShape.of(this).equals(RotationShape.of(that)));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(roster.ids) + Arrays.hashCode(credits());
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
