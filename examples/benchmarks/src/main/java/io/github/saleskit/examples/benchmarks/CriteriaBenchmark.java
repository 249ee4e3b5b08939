package io.github.saleskit.examples.benchmarks;

import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.now;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One condition over 10,000 leads, and 1,000 assignment rules over them: by the index, and by asking every rule of
 * every lead, which is what a rules table without an index does. Both find the same matches, which is checked before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CriteriaBenchmark {

    private static final int LEADS = 10_000;
    private static final int RULES = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** What the rules look at. */
    record Lead(
            String region,
            String country,
            String industry,
            String company,
            long employees,
            double score,
            boolean optedOut,
            Instant createdAt) {}

    private static final FieldSet<Lead> FIELDS = FieldSet.of(Lead.class)
            .text("region", Lead::region)
            .text("country", Lead::country)
            .text("industry", Lead::industry)
            .text("company", Lead::company)
            .whole("employees", Lead::employees)
            .number("score", Lead::score)
            .flag("optedOut", Lead::optedOut)
            .instant("createdAt", Lead::createdAt)
            .build();

    /** How many in a hundred rules do without the region, the most selective condition. */
    @Param({"0", "10"})
    public int withoutRegion;

    private final List<Lead> leads = new ArrayList<>();
    private final List<Criterion> rules = new ArrayList<>();
    private final List<Condition<Lead>> conditions = new ArrayList<>();
    private CriteriaIndex<Lead> index;
    private CriteriaMatches matches;
    private Condition<Lead> comparison;
    private Condition<Lead> four;

    @Setup
    public void setUp() {
        Random random = new Random(7);
        for (int i = 0; i < LEADS; i++) {
            leads.add(lead(random));
        }
        for (int i = 0; i < RULES; i++) {
            rules.add(rule(random, i % 100 >= withoutRegion));
        }
        Collections.shuffle(rules, random);
        rules.forEach(rule -> conditions.add(Condition.compile(rule, FIELDS)));
        index = CriteriaIndex.compile(rules, FIELDS);
        matches = index.newMatches();
        comparison = Condition.compile(field("employees").atLeast(200), FIELDS);
        four = Condition.compile(
                Criterion.parse("optedOut = false and employees >= 10 and industry in (\"industry 1\", \"industry 2\","
                        + " \"industry 3\") and createdAt >= now - 30 days"),
                FIELDS);
        long found = byIndex();
        if (found != byFullScan() || found == 0) {
            throw new IllegalStateException("the index and the full scan find different matches");
        }
    }

    private static Lead lead(Random random) {
        return new Lead(
                "region " + random.nextInt(200),
                "country " + random.nextInt(40),
                "industry " + random.nextInt(25),
                "company " + random.nextInt(5_000),
                Math.round(Math.exp(random.nextDouble() * 9)),
                random.nextDouble() * 100,
                random.nextInt(20) == 0,
                NOW.minusSeconds(random.nextInt(90 * 86_400)));
    }

    private static Criterion rule(Random random, boolean withRegion) {
        List<Criterion> parts = new ArrayList<>();
        if (withRegion) {
            parts.add(field("region").is("region " + random.nextInt(200)));
        }
        long size = Math.round(Math.exp(random.nextDouble() * 7));
        parts.add(field("employees").between(size, size * 20));
        parts.add(field("industry").in(some(random, "industry ", 25)));
        if (random.nextBoolean()) {
            parts.add(field("country").in(some(random, "country ", 40)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(field("score").atLeast(random.nextInt(60)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(field("optedOut").is(false));
        }
        if (random.nextInt(5) == 0) {
            parts.add(field("createdAt").atLeast(now().minusDays(10 * (1 + random.nextInt(6)))));
        }
        if (random.nextInt(10) == 0) {
            parts.add(field("company").like("company *" + random.nextInt(10)));
        }
        return new Criterion.All(parts);
    }

    private static List<String> some(Random random, String prefix, int of) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            some.add(prefix + random.nextInt(of));
        }
        return some;
    }

    /** One comparison of a field with a constant. */
    @Benchmark
    @OperationsPerInvocation(LEADS)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public int oneComparison() {
        return count(comparison);
    }

    /** Four conditions joined by and: flag, whole number, list of texts, relative date. */
    @Benchmark
    @OperationsPerInvocation(LEADS)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public int fourConditions() {
        return count(four);
    }

    private int count(Condition<Lead> condition) {
        int count = 0;
        for (Lead lead : leads) {
            count += condition.matches(lead, NOW) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long byIndex() {
        long sum = 0;
        for (Lead lead : leads) {
            index.find(lead, NOW, matches);
            for (int rule = matches.next(0); rule >= 0; rule = matches.next(rule + 1)) {
                sum += rule;
            }
        }
        return sum;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long byFullScan() {
        long sum = 0;
        for (Lead lead : leads) {
            for (int rule = 0; rule < RULES; rule++) {
                if (conditions.get(rule).matches(lead, NOW)) {
                    sum += rule;
                }
            }
        }
        return sum;
    }

    /** Making the index. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public CriteriaIndex<Lead> compileIndex() {
        return CriteriaIndex.compile(rules, FIELDS);
    }
}
