package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScorecardPairsTest {

    private record Lead(boolean optedIn, String town, String product, List<String> tags) {}

    private static final FieldSet<Lead> FIELDS = FieldSet.of(Lead.class)
            .flag("optedIn", Lead::optedIn)
            .text("town", Lead::town)
            .text("product", Lead::product)
            .set("tags", Lead::tags)
            .build();

    @Test
    void pairsOfFieldsAreFoundWhereNeitherSaysAnythingAlone() {
        FieldSet<Integer> fields = FieldSet.of(Integer.class)
                .flag("a", i -> (i & 1) == 1)
                .flag("b", i -> (i & 2) == 2)
                .flag("c", i -> (i & 4) == 4)
                .build();
        Random random = new Random(1);
        List<KnownOutcome<Integer>> history = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int lead = random.nextInt(8);
            boolean either = (lead & 1) == 1 ^ (lead & 2) == 2;
            history.add(KnownOutcome.of(lead, random.nextDouble() < (either ? .8 : .2)));
        }
        Scorecard card = ScorecardTrainer.with(fields).train(history).scorecard();
        assertThat(card.pairs()).anySatisfy(pair -> {
            assertThat(pair.first().field()).isEqualTo("a");
            assertThat(pair.second().field()).isEqualTo("b");
        });
        assertThat(card.validation().orElseThrow().auc()).isGreaterThan(.75);
    }

    @Test
    void membersOfSetsAreInNoPair() {
        Random random = new Random(1);
        List<KnownOutcome<Lead>> history = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            boolean optedIn = random.nextBoolean();
            boolean hot = random.nextBoolean();
            Lead lead = new Lead(optedIn, "Bern", "chair", hot ? List.of("hot", "new") : List.of("new"));
            history.add(KnownOutcome.of(lead, random.nextDouble() < (optedIn ^ hot ? .8 : .2)));
        }
        Scorecard card = ScorecardTrainer.with(FIELDS).train(history).scorecard();
        assertThat(card.pairs()).isEmpty();
        assertThat(ScorecardScorer.compile(card, FIELDS)
                        .probability(history.get(0).lead()))
                .isBetween(0.0, 1.0);
    }

    @Test
    void rareValuesByChanceAreNotTakenForPairs() {
        Random random = new Random(1);
        List<KnownOutcome<Lead>> history = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Lead lead = new Lead(true, "t" + random.nextInt(300), "p" + random.nextInt(300), List.of());
            history.add(KnownOutcome.of(lead, random.nextInt(4) == 0));
        }
        ScorecardValidation validation = ScorecardTrainer.with(FIELDS)
                .train(history)
                .scorecard()
                .validation()
                .orElseThrow();
        assertThat(validation.auc()).isCloseTo(.5, within(.05));
        assertThat(validation.logLoss()).isCloseTo(validation.constantLogLoss(), within(.002));
    }
}
