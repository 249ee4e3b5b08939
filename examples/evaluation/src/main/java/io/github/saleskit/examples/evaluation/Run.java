package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.territory.design.PacedStop;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the frame gives a command: the clock, the stop signal, a place for progress and for the answer's keys. */
final class Run {

    private static final int REHEARSALS = 300;
    private static final long NANOS_A_SECOND = 1_000_000_000;

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

    /**
     * Does the work again and again for up to a second without counting it, so that the JVM has compiled it when it is
     * measured.
     *
     * @return the seconds of the first time, when nothing was compiled
     */
    BigDecimal rehearse(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        long first = System.nanoTime() - begin;
        for (int i = 1; i < REHEARSALS && System.nanoTime() - begin < NANOS_A_SECOND; i++) {
            work.run();
        }
        return seconds(first);
    }

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(NANOS_A_SECOND), 6, RoundingMode.HALF_UP);
    }

    /** Asks to stop when the measured work has taken the seconds that the user allows. */
    StopSignal stop() {
        if (secondsAllowed == null) {
            return StopSignal.never();
        }
        double allowed = secondsAllowed;
        return () -> (measured + System.nanoTime() - started) / 1e9 >= allowed;
    }

    /**
     * A stop as {@link #stop()} that lets a search pace itself; one that is never over when the user allows any time.
     */
    PacedStop pacedStop() {
        double allowed = secondsAllowed == null ? Double.POSITIVE_INFINITY : secondsAllowed;
        return PacedStop.of(() -> (measured + System.nanoTime() - started) / 1e9 / allowed);
    }

    /** Whether the user limits the seconds. */
    boolean timed() {
        return secondsAllowed != null;
    }

    /** Prints progress on stderr, a line for each tenth of a phase. */
    ProgressListener progress() {
        return new TenthsProgress(err);
    }

    /** Prints a line for the user on stderr. */
    void tell(String line) {
        err.println(line);
    }

    /** Adds a key to the last line; null where there is no such figure. */
    void answer(String key, @Nullable Object value) {
        answer.put(key, value);
    }

    /** The keys of the last line: those of the command, then {@code seconds} unless it measured that itself. */
    Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answer);
        all.putIfAbsent("seconds", seconds(measured));
        return all;
    }
}
