package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of all files of one run, at most {@value #LIMIT}; then readers stop.
 *
 * <p>Mutable, for one thread.
 */
public final class FileProblems {

    /** How many problems are collected before reading stops. */
    public static final int LIMIT = 100;

    private final List<FileProblem> problems = new ArrayList<>();

    /** Reports a problem at a place; beyond {@link #LIMIT} nothing is kept. */
    public void report(
            String file,
            long line,
            int column,
            String code,
            @Nullable String value,
            String message,
            @Nullable String advice) {
        add(new FileProblem(file, line, column, new Problem("", code, value, message, advice)));
    }

    /** Takes over a problem; beyond {@link #LIMIT} nothing is kept. */
    public void add(FileProblem problem) {
        if (!full()) {
            problems.add(problem);
        }
    }

    /** How many were collected. */
    public int count() {
        return problems.size();
    }

    /** Whether reading on is pointless. */
    public boolean full() {
        return problems.size() >= LIMIT;
    }

    /** The problems in the order in which they were found. */
    public List<FileProblem> toList() {
        return List.copyOf(problems);
    }

    /**
     * Throws when anything was reported.
     *
     * @throws BadInputException with every problem
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }
}
