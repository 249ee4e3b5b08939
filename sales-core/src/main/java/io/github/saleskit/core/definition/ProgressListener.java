package io.github.saleskit.core.definition;

/**
 * Hears how far long work has come.
 *
 * <p>Called on the thread that does the work, at most a few hundred times a phase. An exception thrown here ends the
 * work and reaches the caller.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Some of a phase is done.
     *
     * @param phase what is being done, short and in English, such as {@code improving}
     * @param done units done in this phase, from 0 to {@code total}
     * @param total units of the whole phase; {@link Long#MAX_VALUE} when nobody knows
     */
    void onProgress(String phase, long done, long total);

    /** A listener that hears nothing. */
    static ProgressListener none() {
        return (phase, done, total) -> {};
    }
}
