package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.ProgressListener;
import java.io.PrintStream;

/** Prints a line for each tenth of each phase. */
final class TenthsProgress implements ProgressListener {

    private final PrintStream err;
    private String last = "";

    TenthsProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void onProgress(String phase, long done, long total) {
        String line = total == Long.MAX_VALUE || total <= 0
                ? phase
                : phase + " " + (long) Math.floor(10.0 * done / total) * 10 + " %";
        if (!line.equals(last)) {
            last = line;
            err.println(line);
        }
    }
}
