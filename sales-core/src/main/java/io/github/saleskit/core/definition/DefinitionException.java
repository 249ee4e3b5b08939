package io.github.saleskit.core.definition;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition cannot be used; carries every problem that was found, not only the first.
 *
 * <p>Thrown by the {@code compile} methods of all engines and by loaders. The message names the definition and lists
 * the first problems, a line each; {@link #problems()} has all of them as data.
 */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LISTED = 20;

    private final Problem[] problems;
    private final long total;

    /**
     * An exception that carries problems.
     *
     * @param what the definition in the reader's words, such as {@code scoring model "inbound"}
     * @param problems at least one problem
     */
    public DefinitionException(String what, Collection<Problem> problems) {
        this(what, problems, problems.size());
    }

    DefinitionException(String what, Collection<Problem> problems, long total) {
        super(message(what, problems, total));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems is empty.\nMaybe the definition of " + what + " is right?");
        }
        this.problems = problems.toArray(Problem[]::new);
        this.total = total;
    }

    private static String message(String what, Collection<Problem> problems, long total) {
        String head = what + " has " + (total == 1 ? "1 problem" : total + " problems") + ":\n";
        String tail = total > Math.min(LISTED, problems.size())
                ? "\n  and " + (total - Math.min(LISTED, problems.size())) + " more"
                : "";
        return problems.stream()
                .limit(LISTED)
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", head, tail));
    }

    /** The problems in the order in which they were found; at least one. */
    public List<Problem> problems() {
        return List.of(problems);
    }

    /** How many problems there were, those too many to carry included. */
    public long total() {
        return total;
    }
}
