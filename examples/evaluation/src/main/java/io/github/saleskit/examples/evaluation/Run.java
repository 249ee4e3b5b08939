package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the frame gives a command: the clock, the stop signal, a place for progress and for the answer's keys. */
final class Run {

    private final PrintStream err;
    private final @Nullable Double secondsAllowed;
    private final Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    private long measured;
    private long started = System.nanoTime();

    Run(PrintStream err, @Nullable Double secondsAllowed) {
        this.err = err;
        this.secondsAllowed = secondsAllowed;
    }

    /** Does the work itself; what is spent outside, reading and writing files, is not counted. */
    <T> T measure(Supplier<T> work) {
        started = System.nanoTime();
        try {
            return work.get();
        } finally {
            measured += System.nanoTime() - started;
        }
    }

    /** Asks to stop when the measured work has taken the seconds that the user allows. */
    StopSignal stop() {
        if (secondsAllowed == null) {
            return StopSignal.never();
        }
        double allowed = secondsAllowed;
        return () -> (measured + System.nanoTime() - started) / 1e9 >= allowed;
    }

    /** Prints progress on stderr, a line for each tenth of a phase. */
    ProgressListener progress() {
        return new TenthsProgress(err);
    }

    /** Adds a key to the last line; null where there is no such figure. */
    void answer(String key, @Nullable Object value) {
        answer.put(key, value);
    }

    /** The keys of the last line: those of the command, then {@code seconds} unless it measured that itself. */
    Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answer);
        all.putIfAbsent("seconds", BigDecimal.valueOf(measured / 1e9).setScale(6, RoundingMode.HALF_UP));
        return all;
    }
}
