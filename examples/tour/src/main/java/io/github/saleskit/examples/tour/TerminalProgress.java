package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** One line on stderr that is written over and over, and taken away at the end; nothing when stderr is no terminal. */
final class TerminalProgress implements ProgressListener, AutoCloseable {

    private static final int WIDTH = 60;

    private final PrintStream err;
    private final boolean terminal;
    private String shown = "";

    TerminalProgress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Progress for this JVM's stderr. */
    static TerminalProgress ofSystem(PrintStream err) {
        return new TerminalProgress(err, isTerminal(System.console()));
    }

    /** From JDK 22 on there is a console without a terminal, and it says so. */
    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void onProgress(String phase, long done, long total) {
        if (!terminal) {
            return;
        }
        show(
                total == Long.MAX_VALUE || total <= 0
                        ? phase
                        : String.format(Locale.ROOT, "%s %3d %%", phase, Math.round(100.0 * done / total)));
    }

    private void show(String text) {
        if (!text.equals(shown)) {
            shown = text;
            err.printf("\r%-" + WIDTH + "s", text.length() > WIDTH ? text.substring(0, WIDTH) : text);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            show(" ");
            err.print("\r");
            err.flush();
            shown = "";
        }
    }
}
