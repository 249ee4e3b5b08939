package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Files cannot be used; carries every problem that was found, up to {@link FileProblems#LIMIT}. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    /** An exception that carries problems, at least one. */
    public BadInputException(List<FileProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** A problem with a file as a whole. */
    public static BadInputException ofFile(String file, String code, String message) {
        return new BadInputException(List.of(new FileProblem(file, 0, 0, new Problem("", code, null, message, null))));
    }

    private static String message(List<FileProblem> problems) {
        String lines = problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n"));
        return problems.size() < FileProblems.LIMIT
                ? lines
                : lines + "\nReading stopped after " + FileProblems.LIMIT + " problems; there may be more.";
    }

    /** The problems in the order in which they were found. */
    public List<FileProblem> problems() {
        return problems;
    }
}
