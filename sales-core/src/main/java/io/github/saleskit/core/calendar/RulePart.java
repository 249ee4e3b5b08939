package io.github.saleskit.core.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parts of a recurrence rule in the order in which they are written, and which numbers each may hold. */
enum RulePart {
    FREQ(0, 0),
    INTERVAL(1, Integer.MAX_VALUE),
    COUNT(1, Integer.MAX_VALUE),
    UNTIL(0, 0),
    BYMONTH(1, 12),
    BYWEEKNO(-53, 53),
    BYYEARDAY(-366, 366),
    BYMONTHDAY(-31, 31),
    BYDAY(-53, 53),
    BYHOUR(0, 23),
    BYMINUTE(0, 59),
    BYSECOND(0, 60),
    BYSETPOS(-366, 366),
    WKST(0, 0);

    private final int least;
    private final int most;

    RulePart(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** Whether it is one of the BY parts. */
    boolean selects() {
        return name().startsWith("BY");
    }

    /** Numbers from below zero count from the end, and zero is none of them. */
    boolean allows(long number) {
        return number >= least && number <= most && (number != 0 || least >= 0);
    }

    /** What is allowed, for messages. */
    String range() {
        if (most == Integer.MAX_VALUE) {
            return least + " to " + most;
        }
        return least < 0 ? "1 to " + most + " or -1 to " + least : least + " to " + most;
    }

    /** The numbers, sorted and each once. */
    List<Integer> copy(@Nullable Collection<Integer> numbers) {
        if (numbers == null) {
            return List.of();
        }
        for (int number : numbers) {
            if (!allows(number)) {
                throw new IllegalArgumentException(this + " has " + number + ", but must be " + range() + ".");
            }
        }
        return List.copyOf(new ArrayList<>(new TreeSet<>(numbers)));
    }
}
