package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine for thousands of criteria: finds which of them a record matches.
 *
 * <pre>{@code
 * CriteriaIndex<Prospect> index = CriteriaIndex.compile(criteria, fields);
 * CriteriaMatches matches = index.newMatches();             // one per thread, used again for every record
 * index.find(prospect, now, matches);
 * for (int i = matches.next(0); i >= 0; i = matches.next(i + 1)) { ... }     // positions in the list
 * }</pre>
 *
 * <p>A bitmap index: the constants with which all criteria compare a field cut its values into classes, and for each
 * class there is a bit set of the criteria it satisfies. A record costs one look-up a field and the intersection of
 * these sets (Patrick O'Neil and Dallan Quass, Improved Query Performance with Variant Indexes, 1997, describes the
 * family). Every part of a criterion that is joined to the rest by {@code and} and asks one field about constants is
 * looked up so; what remains (moments relative to now, texts that contain others, two fields, elements, money, sets) is
 * asked only of the criteria that are left, and where many are left and several share a question, only once.
 *
 * <p>With c criteria, f fields asked and v distinct constants of a field, finding takes O(f (log v + c / 64)) plus the
 * questions that remain, and memory O(v c / 64) words at worst; classes that satisfy the same criteria share one set.
 * Finding allocates nothing beyond what {@link Condition} names.
 *
 * <p>Immutable and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type
 */
public final class CriteriaIndex<T> {

    private final int size;
    private final long[] sound;
    private final FieldIndex<T>[] fields;
    private final Shared<T>[] shared;
    private final @Nullable Node<T>[] own;
    private final @Nullable Node<T>[] all;

    CriteriaIndex(
            int size,
            long[] sound,
            FieldIndex<T>[] fields,
            Shared<T>[] shared,
            @Nullable Node<T>[] own,
            @Nullable Node<T>[] all) {
        this.size = size;
        this.sound = sound;
        this.fields = fields;
        this.shared = shared;
        this.own = own;
        this.all = all;
    }

    /** A question that is left over by several criteria, and which they are. */
    static final class Shared<T> {
        private final Node<T> question;
        private final long[] criteria;

        Shared(Node<T> question, long[] criteria) {
            this.question = question;
            this.criteria = criteria;
        }

        boolean asked(long[] left) {
            for (int i = 0; i < left.length; i++) {
                if ((left[i] & criteria[i]) != 0) {
                    return true;
                }
            }
            return false;
        }

        void remove(long[] left) {
            for (int i = 0; i < left.length; i++) {
                left[i] &= ~criteria[i];
            }
        }
    }

    /**
     * Compiles criteria; for their parameters, zones and calendars see {@link #of}.
     *
     * @throws DefinitionException with every problem of all criteria; pointers begin with the position:
     *     {@code /3/all/0/field}
     */
    public static <T> CriteriaIndex<T> compile(List<? extends Criterion> criteria, FieldSet<T> fields) {
        Problems problems = new Problems();
        CriteriaIndex<T> index = compile(criteria, fields, problems);
        problems.throwIfAny("list of " + criteria.size() + " criteria");
        return index;
    }

    /**
     * Compiles criteria that are part of a larger definition.
     *
     * @param at where the list stands; problems are reported there
     * @return an index in which criteria with problems match nothing
     */
    public static <T> CriteriaIndex<T> compile(List<? extends Criterion> criteria, FieldSet<T> fields, Problems at) {
        List<Condition<T>> conditions = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            Problems here = at.at(i);
            Condition<T> condition = Condition.compile(criteria.get(i), fields, here);
            if (!condition.missingParameters().isEmpty()) {
                here.report(
                        "parameter.missing",
                        String.join(", ", condition.missingParameters()),
                        "a list of criteria has no values for parameters",
                        "Maybe compile conditions, give them their parameters, and index those?");
            }
            conditions.add(condition);
        }
        return new IndexBuilder<>(conditions).build();
    }

    /**
     * An index of conditions that are compiled and bound already, each in its own zone and with its own calendar and
     * parameters.
     *
     * @throws IllegalArgumentException when a condition misses a parameter
     */
    public static <T> CriteriaIndex<T> of(List<Condition<T>> conditions) {
        for (Condition<T> condition : conditions) {
            if (!condition.missingParameters().isEmpty()) {
                throw new IllegalArgumentException("condition " + condition + " has no value for "
                        + String.join(", ", condition.missingParameters()) + ".\nMaybe condition.withParameter(...)?");
            }
        }
        return new IndexBuilder<>(conditions).build();
    }

    /** How many criteria there are. */
    public int size() {
        return size;
    }

    /** A result to be filled by {@link #find}. */
    public CriteriaMatches newMatches() {
        return new CriteriaMatches(this, sound.length, fields.length);
    }

    /**
     * Finds the criteria that the record matches.
     *
     * @param now what {@code now} and {@code today} mean
     * @param into a result of {@link #newMatches} of this index; what it held is forgotten
     * @throws IllegalArgumentException when the result belongs to another index
     */
    public void find(T record, Instant now, CriteriaMatches into) {
        if (!equals(into.owner)) {
            throw new IllegalArgumentException(
                    "into belongs to another index.\nMaybe make it by newMatches() of this one?");
        }
        lookUp(record, into.rows);
        int left = intersect(into.rows, into.words);
        if (left <= shared.length) {
            ask(all, record, now, into.words);
        } else {
            askShared(record, now, into.words);
            ask(own, record, now, into.words);
        }
    }

    private void lookUp(T record, int[] rows) {
        for (int f = 0; f < rows.length; f++) {
            rows[f] = fields[f].row(record);
        }
    }

    /**
     * Intersects the sets of all fields; how many criteria are left. Without a way out, so that it is compiled to
     * vectors.
     */
    private int intersect(int[] rows, long[] words) {
        System.arraycopy(sound, 0, words, 0, words.length);
        for (int f = 0; f < rows.length; f++) {
            long[] sets = fields[f].sets;
            int row = rows[f];
            for (int w = 0; w < words.length; w++) {
                words[w] &= sets[row + w];
            }
        }
        int left = 0;
        for (long word : words) {
            left += Long.bitCount(word);
        }
        return left;
    }

    private void askShared(T record, Instant now, long[] words) {
        for (Shared<T> question : shared) {
            if (question.asked(words) && !question.question.test(record, now)) {
                question.remove(words);
            }
        }
    }

    private static <T> void ask(@Nullable Node<T>[] questions, T record, Instant now, long[] words) {
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                Node<T> question = questions[(w << 6) + bit];
                if (question != null && !question.test(record, now)) {
                    words[w] &= ~(1L << bit);
                }
            }
        }
    }
}
