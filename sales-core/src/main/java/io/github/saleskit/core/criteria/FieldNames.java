package io.github.saleskit.core.criteria;

import java.util.List;
import java.util.Set;

/** What may name a field or a parameter, and how the text form writes names. */
final class FieldNames {

    private static final int LONGEST = 200;

    /** The words of the text form; as the name of a field they are written between backticks. */
    static final Set<String> WORDS = Set.copyOf(List.of(
            "all",
            "and",
            "any",
            "absent",
            "between",
            "contains",
            "count",
            "ends",
            "false",
            "in",
            "is",
            "like",
            "max",
            "min",
            "none",
            "not",
            "now",
            "of",
            "or",
            "present",
            "starts",
            "sum",
            "today",
            "true",
            "with"));

    private FieldNames() {}

    static String require(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(c -> c == '`' || c < ' ' || c == 127)) {
            throw new IllegalArgumentException("name is \"" + name + "\"; a name has 1 to " + LONGEST
                    + " characters, not all blank, no backtick and no control character.");
        }
        return name;
    }

    static String write(String name) {
        return plain(name) ? name : "`" + name + "`";
    }

    private static boolean plain(String name) {
        return !WORDS.contains(name)
                && plainStart(name.codePointAt(0))
                && name.codePoints().allMatch(FieldNames::plainPart);
    }

    static boolean plainStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    static boolean plainPart(int codePoint) {
        return codePoint == '_' || codePoint == '.' || Character.isLetterOrDigit(codePoint);
    }
}
