package io.github.saleskit.core.definition;

import static java.util.Objects.requireNonNull;

/**
 * One run of long work: counts units against a budget, asks the stop signal, and tells the listener.
 *
 * <pre>{@code
 * WorkMeter meter = new WorkMeter(budget, stop, progress);
 * meter.phase("improving", budget.units());
 * while (meter.spend(1)) {
 *     tryOneMove();
 * }
 * }</pre>
 *
 * <p>Mutable, for one thread. {@link #spend} costs a few nanoseconds: the signal is asked every {@value #ASK_EVERY}
 * calls.
 */
public final class WorkMeter {

    private static final int ASK_EVERY = 64;
    private static final int REPORTS_A_PHASE = 100;

    private final WorkBudget budget;
    private final StopSignal stop;
    private final ProgressListener progress;

    private long spent;
    private boolean stopped;
    private int untilAsked = 1;
    private String phase = "";
    private long phaseStart;
    private long phaseTotal = Long.MAX_VALUE;
    private long nextReport = Long.MAX_VALUE;

    /** A meter that starts at nothing spent. */
    public WorkMeter(WorkBudget budget, StopSignal stop, ProgressListener progress) {
        this.budget = requireNonNull(budget, "budget");
        this.stop = requireNonNull(stop, "stop");
        this.progress = requireNonNull(progress, "progress");
    }

    /** A meter without limits that nobody watches. */
    public static WorkMeter unlimited() {
        return new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), ProgressListener.none());
    }

    /**
     * Starts a phase and tells the listener.
     *
     * @param name what is being done, short and in English
     * @param total units of the phase, or {@link Long#MAX_VALUE} when nobody knows
     */
    public void phase(String name, long total) {
        phase = requireNonNull(name, "name");
        phaseStart = spent;
        phaseTotal = Math.max(0, total);
        nextReport = phaseTotal == Long.MAX_VALUE ? Long.MAX_VALUE : phaseStart + reportStep();
        progress.onProgress(phase, 0, phaseTotal);
    }

    /**
     * Spends units of work, if there are so many left and nobody asked to stop.
     *
     * @param units at least 0
     * @return whether the work may be done; once false, false for ever
     */
    public boolean spend(long units) {
        if (stopped || units > budget.units() - spent) {
            stopped = true;
            return false;
        }
        if (--untilAsked == 0) {
            untilAsked = ASK_EVERY;
            if (stop.stopRequested()) {
                stopped = true;
                return false;
            }
        }
        spent += units;
        if (spent >= nextReport) {
            progress.onProgress(phase, Math.min(spent - phaseStart, phaseTotal), phaseTotal);
            nextReport = spent - phaseStart >= phaseTotal ? Long.MAX_VALUE : spent + reportStep();
        }
        return true;
    }

    private long reportStep() {
        return Math.max(1, phaseTotal / REPORTS_A_PHASE);
    }

    /** Units spent so far. */
    public long spent() {
        return spent;
    }

    /** Units left in the budget. */
    public long left() {
        return budget.units() - spent;
    }

    /** Whether the budget was exhausted or the signal given, as far as this meter has noticed. */
    public boolean stopped() {
        return stopped;
    }
}
