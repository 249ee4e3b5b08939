package io.github.saleskit.examples.benchmarks;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.territory.rule.Ownership;
import io.github.saleskit.territory.rule.TerritoryModel;
import io.github.saleskit.territory.rule.TerritoryNode;
import io.github.saleskit.territory.rule.TerritoryResolver;
import io.github.saleskit.territory.rule.TerritoryRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Who owns an account, by 10,000 rules: postal ranges in ten countries, half of them for one industry only, and named
 * accounts. The peer asks the rules one after the other, in the order in which they win, until one holds. Both name the
 * same rule, which is checked before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TerritoryRuleBenchmark {

    private static final int ACCOUNTS = 1_000;
    private static final int RULES = 10_000;
    private static final int NAMED = 100;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> INDUSTRIES = List.of("Software", "Finance", "Retail", "Health");

    record Account(String id, String country, String postcode, String industry) {}

    private static final FieldSet<Account> FIELDS = FieldSet.of(Account.class)
            .id(Account::id)
            .text("id", Account::id)
            .text("country", Account::country)
            .text("postcode", Account::postcode)
            .text("industry", Account::industry)
            .build();

    private final List<Account> accounts = new ArrayList<>();
    private final List<Condition<Account>> inOrder = new ArrayList<>();
    private TerritoryResolver<Account> resolver;
    private CriteriaMatches matches;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(new Account(
                    "A-" + i,
                    "C" + random.nextInt(10),
                    "%05d".formatted(random.nextInt(100_000)),
                    INDUSTRIES.get(random.nextInt(INDUSTRIES.size()))));
        }
        TerritoryModel.Builder model = TerritoryModel.builder().name("world");
        for (int r = 0; r < RULES; r++) {
            String territory = "T-" + r % 1_000;
            TerritoryRule rule = rule(r, territory, random);
            model.addRules(rule);
            inOrder.add(Condition.compile(rule.when(), FIELDS));
        }
        for (int t = 0; t < 1_000; t++) {
            model.addTerritories(TerritoryNode.builder().id("T-" + t).build());
        }
        resolver = TerritoryResolver.compile(model.build(), FIELDS);
        matches = resolver.newMatches();
        for (Account account : accounts) {
            if (resolver.winner(account, NOW, matches) != firstOf(account)) {
                throw new IllegalStateException("the resolver and the scan differ for " + account);
            }
        }
    }

    /** Named accounts first, then ranges: half of them for one industry, the others for what is left. */
    private static TerritoryRule rule(int r, String territory, SplittableRandom random) {
        TerritoryRule.Builder rule = TerritoryRule.builder().id("R-" + r).territory(territory);
        if (r < NAMED) {
            return rule.when(field("id").is("A-" + random.nextInt(ACCOUNTS))).build();
        }
        int place = (r - NAMED) / 2;
        int width = 200;
        int from = place / 10 * width % 100_000;
        Criterion range = field("country")
                .is("C" + place % 10)
                .and(field("postcode").between("%05d".formatted(from), "%05d".formatted(from + width - 1)));
        boolean narrow = r % 2 == 0;
        return rule.when(narrow ? range.and(field("industry").in(INDUSTRIES.get(place % 4))) : range)
                .build();
    }

    private int firstOf(Account account) {
        for (int r = 0; r < inOrder.size(); r++) {
            if (inOrder.get(r).matches(account, NOW)) {
                return r;
            }
        }
        return -1;
    }

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public int winners() {
        int sum = 0;
        for (Account account : accounts) {
            sum += resolver.winner(account, NOW, matches);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public int owners() {
        int owned = 0;
        for (Account account : accounts) {
            Ownership ownership = resolver.resolve(account, NOW);
            Optional<String> territory = ownership.territory();
            owned += territory.isPresent() ? 1 : 0;
        }
        return owned;
    }

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public int scan() {
        int sum = 0;
        for (Account account : accounts) {
            sum += firstOf(account);
        }
        return sum;
    }
}
