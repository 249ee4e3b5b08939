package io.github.saleskit.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The matching of {@link PricingRulesBenchmark} by Evrete: 1,000 rules with a predicate each, in a session for each
 * quote.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class EvretePricingRulesBenchmark {

    private final PricingInstance instance = new PricingInstance();
    private final KnowledgeService service = new KnowledgeService();
    private Knowledge knowledge;
    private long sum;

    /** Compiles the rules and checks that the matches are right. */
    @Setup
    public void setUp() {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (PricingInstance.Rule rule : instance.rules()) {
            rules.newRule("R" + rule.getNumber())
                    .forEach("$line", PricingInstance.Line.class)
                    .where(
                            (Object[] values) -> rule.getProduct().equals(values[0])
                                    && rule.getRegion().equals(values[1])
                                    && (int) values[2] >= rule.getAtLeast(),
                            "$line.product",
                            "$line.region",
                            "$line.quantity")
                    .execute(context -> {
                        PricingInstance.Line line = context.get("$line");
                        sum += PricingInstance.hash(line.getNumber(), rule.getNumber());
                    });
        }
        knowledge = rules.build();
        if (match() != instance.checksum()) {
            throw new IllegalStateException("Evrete finds other matches");
        }
    }

    /** Which rules apply to which lines. */
    @Benchmark
    public long match() {
        sum = 0;
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(instance.lines());
        session.fire();
        return sum;
    }

    /** Ends its threads. */
    @TearDown
    public void tearDown() {
        service.shutdown();
    }
}
