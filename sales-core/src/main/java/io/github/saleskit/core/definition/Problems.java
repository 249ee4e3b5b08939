package io.github.saleskit.core.definition;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects every problem of a definition while it is checked, so that the author sees all of them at once.
 *
 * <p>A collector stands at one place of the document; {@link #at(Object...)} gives one that stands deeper and reports
 * into the same list:
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * problems.at("rules", 3, "points").report("points.negative", "-5", "points must not be negative");
 * problems.throwIfAny("scoring model \"inbound\"");
 * }</pre>
 *
 * <p>Mutable, for one thread. At most {@value #LIMIT} problems are kept; the rest are counted.
 */
public final class Problems {

    /** How many problems one collector keeps. */
    public static final int LIMIT = 1_000;

    private final String pointer;
    private final Found found;

    /** A collector that stands at the root of a document. */
    public Problems() {
        this("", new Found());
    }

    private Problems(String pointer, Found found) {
        this.pointer = pointer;
        this.found = found;
    }

    /**
     * A collector that stands deeper in the document and reports into the same list.
     *
     * @param steps member names and zero-based indexes, from here to there
     */
    public Problems at(Object... steps) {
        StringBuilder path = new StringBuilder(pointer);
        for (Object step : steps) {
            path.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return new Problems(path.toString(), found);
    }

    /** Where this collector stands, as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** Reports a problem here, without advice. */
    public void report(String code, @Nullable String value, String message) {
        report(code, value, message, null);
    }

    /**
     * Reports a problem here.
     *
     * @param code stable code of the kind of problem
     * @param value the offending value as written, or null where something is missing
     * @param message one English sentence without a full stop at its end
     * @param advice what would be right, for example {@code Maybe "employees"?}, or null
     */
    public void report(String code, @Nullable String value, String message, @Nullable String advice) {
        found.add(new Problem(pointer, code, value, message, advice));
    }

    /** Takes over problems found elsewhere, with their pointers moved below this place. */
    public void addAll(Collection<Problem> problems) {
        for (Problem p : problems) {
            found.add(new Problem(pointer + p.pointer(), p.code(), p.value(), p.message(), p.advice()));
        }
    }

    /** Whether nothing was reported, here or anywhere else in the document. */
    public boolean isEmpty() {
        return found.total == 0;
    }

    /** How many problems were reported in the whole document, those beyond {@link #LIMIT} included. */
    public long total() {
        return found.total;
    }

    /** The problems of the whole document in the order of their discovery, at most {@link #LIMIT}. */
    public List<Problem> toList() {
        return List.copyOf(found.problems);
    }

    /**
     * Throws when anything was reported.
     *
     * @param what the definition in the reader's words, such as {@code scoring model "inbound"}
     * @throws DefinitionException with every problem
     */
    public void throwIfAny(String what) {
        if (!isEmpty()) {
            throw new DefinitionException(what, found.problems, found.total);
        }
    }

    /**
     * Advice {@code Maybe "employees"?} when a known name is close to the misspelt one, else the known names when there
     * are few, else null.
     *
     * <p>Close means an edit distance (insertions, deletions, replacements, swaps of neighbours; case ignored) of at
     * most a third of the length of the longer word. Ties go to the first in natural order. O(known names times length
     * squared).
     */
    public static @Nullable String suggest(String misspelt, Collection<String> known) {
        requireNonNull(misspelt, "misspelt");
        if (misspelt.length() <= 100) {
            Optional<String> nearest = known.stream()
                    .filter(name -> name.length() <= 100
                            && EditDistance.between(misspelt, name) * 3 <= Math.max(misspelt.length(), name.length()))
                    .min(Comparator.<String>comparingInt(name -> EditDistance.between(misspelt, name))
                            .thenComparing(Comparator.naturalOrder()));
            if (nearest.isPresent()) {
                return "Maybe \"" + nearest.get() + "\"?";
            }
        }
        if (known.isEmpty() || known.size() > 12) {
            return null;
        }
        return "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    private static final class Found {
        private final List<Problem> problems = new ArrayList<>();
        private long total;

        void add(Problem problem) {
            total++;
            if (problems.size() < LIMIT) {
                problems.add(problem);
            }
        }
    }
}
