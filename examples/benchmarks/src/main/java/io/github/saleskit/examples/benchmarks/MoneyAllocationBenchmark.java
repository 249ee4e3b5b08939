package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.money.MoneyAllocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
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

/** An amount divided by weights, beside rounding each share and giving the first what is left, which may be far off. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MoneyAllocationBenchmark {

    private static final int SEED = 7;

    /** How many parts there are: lines of a quote, of a large order, members of a population. */
    @Param({"10", "1000", "10000"})
    public int parts;

    private final Money total = Money.parse("EUR 123456.78");
    private final List<BigDecimal> weights = new ArrayList<>();
    private final List<Money> limits = new ArrayList<>();

    /** Draws the weights, and limits that a part of them reaches. */
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        for (int i = 0; i < parts; i++) {
            weights.add(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
            limits.add(total.dividedBy(parts, RoundingMode.UP).multipliedBy(1 + random.nextInt(3)));
        }
    }

    /** This library. */
    @Benchmark
    public List<Money> largestRemainder() {
        return MoneyAllocation.largestRemainder().allocate(total, weights).parts();
    }

    /** This library, no part beyond its limit. */
    @Benchmark
    public List<Money> largestRemainderWithin() {
        return MoneyAllocation.largestRemainder()
                .allocateWithin(total, weights, limits)
                .parts();
    }

    /** The first takes what is left. */
    @Benchmark
    public List<Money> roundedWithRestToTheFirst() {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> shares = new ArrayList<>();
        Money left = total;
        for (BigDecimal weight : weights.subList(1, parts)) {
            BigDecimal share = total.getAmount().multiply(weight).divide(sum, 2, RoundingMode.HALF_UP);
            Money part = Money.of(total.getCurrencyUnit(), share);
            shares.add(part);
            left = left.minus(part);
        }
        shares.add(left);
        return shares;
    }
}
