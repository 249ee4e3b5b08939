package io.github.saleskit.territory.rule;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.FieldSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PrecedencePropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    record Account(String id, int size) {}

    private static final FieldSet<Account> FIELDS = FieldSet.of(Account.class)
            .id(Account::id)
            .number("size", Account::size)
            .build();

    /** Territories one below the other, and rules of all priorities, layers and dates. */
    private static TerritoryModel model(SplittableRandom random) {
        TerritoryModel.Builder model = TerritoryModel.builder().name("random");
        for (int t = 0; t < 5; t++) {
            TerritoryNode.Builder node = TerritoryNode.builder().id("T" + t);
            if (t > 0 && random.nextInt(3) > 0) {
                node.parent("T" + random.nextInt(t));
            }
            if (random.nextInt(8) == 0) {
                node.from(NOW.plusSeconds(random.nextInt(3) - 1));
            }
            model.addTerritories(node.build());
        }
        for (int r = 0; r < 20; r++) {
            TerritoryRule rule = TerritoryRule.of(
                    "R" + r, "T" + random.nextInt(5), field("size").atLeast(random.nextInt(10)));
            rule = random.nextInt(3) == 0 ? rule.withPriority(random.nextInt(3) - 1) : rule;
            rule = random.nextInt(6) == 0 ? rule.withLayer("overlay") : rule;
            rule = random.nextInt(6) == 0 ? rule.withUntil(NOW.plusSeconds(random.nextInt(3) - 1)) : rule;
            model.addRules(rule);
        }
        return model.build();
    }

    /** One rule after the other: it must hold and beat the best so far. */
    private static int winner(TerritoryModel model, Account account) {
        int winner = -1;
        for (int r = 0; r < model.rules().size(); r++) {
            TerritoryRule rule = model.rules().get(r);
            List<TerritoryNode> lineage = lineage(model, rule.territory());
            boolean holds = Condition.compile(rule.when(), FIELDS).matches(account, NOW)
                    && Effective.at(rule.from(), rule.until(), NOW)
                    && lineage.stream().allMatch(node -> Effective.at(node.from(), node.until(), NOW));
            if (holds && rule.layer().isEmpty() && (winner < 0 || beats(model, r, winner))) {
                winner = r;
            }
        }
        return winner;
    }

    private static boolean beats(TerritoryModel model, int r, int before) {
        TerritoryRule rule = model.rules().get(r);
        TerritoryRule other = model.rules().get(before);
        int depth = lineage(model, rule.territory()).size();
        int otherDepth = lineage(model, other.territory()).size();
        return rule.rank() > other.rank() || (rule.rank() == other.rank() && depth > otherDepth);
    }

    private static List<TerritoryNode> lineage(TerritoryModel model, String id) {
        List<TerritoryNode> lineage = new ArrayList<>();
        Optional<String> at = Optional.of(id);
        while (at.isPresent()) {
            String name = at.get();
            TerritoryNode node = model.territories().stream()
                    .filter(territory -> territory.id().equals(name))
                    .findFirst()
                    .orElseThrow();
            lineage.add(node);
            at = node.parent();
        }
        return lineage;
    }

    @Property(tries = 60)
    void theWinnerIsTheOneThatAsksOneRuleAfterTheOther(@ForAll long seed) {
        TerritoryModel model = model(new SplittableRandom(seed));
        TerritoryResolver<Account> resolver = TerritoryResolver.compile(model, FIELDS);
        CriteriaMatches matches = resolver.newMatches();
        for (Account account :
                IntStream.range(0, 10).mapToObj(size -> new Account("A", size)).toList()) {
            int winner = winner(model, account);
            assertThat(resolver.winner(account, NOW, matches)).isEqualTo(winner);
            assertThat(resolver.resolve(account, NOW).owner().map(LayerOwner::rule))
                    .isEqualTo(winner < 0 ? Optional.empty() : Optional.of("R" + winner));
        }
    }
}
