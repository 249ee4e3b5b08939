package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.assignment.Rotation;
import io.github.saleskit.core.assignment.RotationGroup;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
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
 * One turn among many people, of whom a bit set says who may take it, beside smooth weighted round robin as in nginx.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RotationBenchmark {

    private static final int SETS = 1 << 10;

    /** How many people there are. */
    @Param({"200", "10000"})
    int people;

    /** Everybody may take every turn, or 90 % of them drawn anew for each turn, or half of them. */
    @Param({"1.0", "0.9", "0.5"})
    double present;

    private final BitSet[] sets = new BitSet[SETS];
    private int next;

    private RotationGroup group = RotationGroup.of(Map.of("nobody", 1));
    private Rotation rotation = Rotation.start();

    private int[] weights = new int[0];
    private long[] current = new long[0];

    /** Draws weights from 1 to 10 and who is present. */
    @Setup
    public void draw() {
        Random random = new Random(7);
        Map<String, Integer> byId = new TreeMap<>();
        for (int i = 0; i < people; i++) {
            byId.put("rep%05d".formatted(i), 1 + random.nextInt(10));
        }
        group = RotationGroup.of(byId);
        weights = new int[people];
        current = new long[people];
        for (int i = 0; i < people; i++) {
            weights[i] = group.weight(i);
        }
        for (int s = 0; s < SETS; s++) {
            sets[s] = new BitSet(people);
            for (int i = 0; i < people; i++) {
                sets[s].set(i, random.nextDouble() < present);
            }
        }
    }

    /** The next state included. */
    @Benchmark
    public String rotation() {
        Rotation.Turn turn = rotation.turn(group, sets[next++ & (SETS - 1)]);
        rotation = turn.next();
        return turn.id();
    }

    /** In place, without a promise for changing groups. */
    @Benchmark
    public int smoothWeightedRoundRobin() {
        BitSet set = sets[next++ & (SETS - 1)];
        int best = -1;
        long total = 0;
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            current[i] += weights[i];
            total += weights[i];
            if (best < 0 || current[i] > current[best]) {
                best = i;
            }
        }
        current[best] -= total;
        return best;
    }
}
