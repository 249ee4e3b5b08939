package io.github.saleskit.examples.evaluation;

import org.jspecify.annotations.Nullable;

/** What options may hold. */
final class OptionCheck {

    private OptionCheck() {}

    static int required(String name, @Nullable Integer value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + least);
        }
        return value;
    }
}
