package io.github.saleskit.core.staffing;

import java.time.Duration;

/** Checks of arguments. */
final class Figures {

    /** The most agents: what is computed agent by agent still takes less than a tenth of a second. */
    static final int MOST_AGENTS = 10_000_000;

    private Figures() {}

    static double requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be a positive finite number.");
        }
        return value;
    }

    static double requireNotNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be a finite number of 0 or more.");
        }
        return value;
    }

    static double requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least 0 and below 1.");
        }
        return value;
    }

    static int requireAgents(int agents) {
        if (agents < 1 || agents > MOST_AGENTS) {
            throw new IllegalArgumentException("agents is " + agents + ", but must be from 1 to " + MOST_AGENTS + ".");
        }
        return agents;
    }

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
