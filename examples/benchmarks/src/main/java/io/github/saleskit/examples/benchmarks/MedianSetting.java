package io.github.saleskit.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is the same for every solver of a {@link MedianTask}: the problem, the time, one core, a cold JVM, and what
 * counts: {@code cost}, the sum of the distances; 0 when no plan within the capacities was found.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public abstract class MedianSetting {

    /** What was reached. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Reached {
        /** The sum of the distances. */
        public double cost;

        /** Nothing is reached yet. */
        @Setup
        public void clear() {
            cost = 0;
        }
    }

    /** What is solved. */
    @Param({"EVEN_100_10", "EVEN_400_30", "TOWNS_2000_100"})
    public MedianCase instance;

    /** How long. */
    @Param("10")
    public int seconds;

    MedianTask task;

    /** Makes the problem. */
    @Setup
    public final void make() {
        task = instance.task();
        prepare();
    }

    /** What else a solver does before time counts. */
    void prepare() {}
}
