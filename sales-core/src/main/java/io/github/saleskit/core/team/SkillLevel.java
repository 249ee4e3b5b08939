package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A skill and how well somebody knows it, or has to: {@code cloud:3}.
 *
 * <p>As text, and in JSON, a skill of level 1 is just its name. A colon that is followed by a whole number separates
 * name and level; any other belongs to the name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param skill in the host's words
 * @param level at least 1
 */
public record SkillLevel(String skill, int level) {

    private static final int MOST_DIGITS = 9;

    public SkillLevel {
        requireNonNull(skill, "skill");
        if (skill.isBlank()) {
            throw new IllegalArgumentException("skill is blank, but must be a name.");
        }
        if (level < SalesRep.LOWEST_LEVEL) {
            throw new IllegalArgumentException("level of skill " + skill + " is " + level + ", but must be at least "
                    + SalesRep.LOWEST_LEVEL + ".");
        }
    }

    /**
     * Reads {@code cloud:3} or {@code cloud}; the inverse of {@link #toString}.
     *
     * @throws IllegalArgumentException when the name is blank or the level is 0
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SkillLevel parse(String text) {
        int end = nameEnd(text);
        return new SkillLevel(text.substring(0, end), level(text, end));
    }

    /** Reads as {@link #parse} does, but a blank name and the level 0 are no skill: nobody has to know that. */
    public static Optional<SkillLevel> find(String text) {
        int end = nameEnd(text);
        boolean skill = level(text, end) >= SalesRep.LOWEST_LEVEL
                && !text.substring(0, end).isBlank();
        return skill ? Optional.of(parse(text)) : Optional.empty();
    }

    private static int nameEnd(String text) {
        int colon = text.lastIndexOf(':');
        return colon >= 0 && isLevel(text, colon + 1) ? colon : text.length();
    }

    private static int level(String text, int nameEnd) {
        return nameEnd == text.length()
                ? SalesRep.LOWEST_LEVEL
                : Integer.parseInt(text, nameEnd + 1, text.length(), 10);
    }

    private static boolean isLevel(String text, int from) {
        int digits = text.length() - from;
        return digits > 0 && digits <= MOST_DIGITS && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether somebody of this level can do what asks for another. */
    public boolean covers(SkillLevel required) {
        return skill.equals(required.skill) && level >= required.level;
    }

    /** For example {@code cloud:3}; {@code cloud} for level 1. */
    @JsonValue
    @Override
    public String toString() {
        boolean readsAsLevel = skill.indexOf(':') >= 0 && isLevel(skill, skill.lastIndexOf(':') + 1);
        return level == SalesRep.LOWEST_LEVEL && !readsAsLevel ? skill : skill + ":" + level;
    }
}
