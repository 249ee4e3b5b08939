package io.github.saleskit.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The matching of {@link PricingRulesBenchmark} by Drools in its fastest form: the 1,000 rules are facts that
 * one rule joins with the lines by hashed equalities. A session is filled, fired and closed, as for each quote.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class DroolsPricingRulesBenchmark {

    private static final String RULE = """
            import io.github.saleskit.examples.benchmarks.PricingInstance.Line;
            import io.github.saleskit.examples.benchmarks.PricingInstance.Rule;
            global io.github.saleskit.examples.benchmarks.DroolsPricingRulesBenchmark.Sum sum;
            rule "match"
            when
                $rule : Rule()
                $line : Line(product == $rule.product, region == $rule.region, quantity >= $rule.atLeast)
            then
                sum.add($line, $rule);
            end
            """;

    private final PricingInstance instance = new PricingInstance();
    private KieBase base;

    /** Adds up matches. */
    public static final class Sum {
        private long sum;

        /** One more match. */
        public void add(PricingInstance.Line line, PricingInstance.Rule rule) {
            sum += PricingInstance.hash(line.getNumber(), rule.getNumber());
        }
    }

    /** Compiles the rule and checks that the matches are right. */
    @Setup
    public void setUp() {
        base = new KieHelper().addContent(RULE, ResourceType.DRL).build();
        if (match() != instance.checksum()) {
            throw new IllegalStateException("Drools finds other matches");
        }
    }

    /** Which rules apply to which lines. */
    @Benchmark
    public long match() {
        KieSession session = base.newKieSession();
        try {
            Sum sum = new Sum();
            session.setGlobal("sum", sum);
            instance.rules().forEach(session::insert);
            instance.lines().forEach(session::insert);
            session.fireAllRules();
            return sum.sum;
        } finally {
            session.dispose();
        }
    }
}
