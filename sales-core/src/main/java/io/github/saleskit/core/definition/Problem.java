package io.github.saleskit.core.definition;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition or an input file, told so that the author can mend it.
 *
 * <p>For example {@code /rules/3/when/field: there is no field "employes" (field.unknown). Maybe "employees"?}
 *
 * <p>Immutable and thread-safe.
 *
 * @param pointer where it is: an RFC 6901 JSON Pointer into the document, {@code ""} for the document itself
 * @param code what kind of problem it is: stable, for programs, such as {@code field.unknown}
 * @param value the offending value as the author wrote it, cut after 200 characters, or null where something is missing
 * @param message what is wrong, one English sentence without the pointer
 * @param advice what would be right, or null when there is nothing to propose
 */
public record Problem(
        String pointer,
        String code,
        @Nullable String value,
        String message,
        @Nullable String advice) implements Serializable {

    private static final int LONGEST_VALUE = 200;

    public Problem {
        requireNonNull(pointer, "pointer");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "pointer is \"" + pointer + "\", which is no JSON Pointer.\nMaybe \"/" + pointer + "\"?");
        }
        if (value != null && value.length() > LONGEST_VALUE) {
            int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
            value = value.substring(0, end) + "...";
        }
    }

    /** Pointer, message, code and advice in one line. */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "" : pointer + ": ";
        return place + message + " (" + code + ")" + (advice == null ? "" : ". " + advice);
    }
}
