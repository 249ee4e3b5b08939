package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.scorecard.Samples.Prospect;
import io.github.saleskit.core.support.JsonLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTrainerTest {

    private static final List<KnownOutcome<Prospect>> HISTORY = Samples.history(1_500, 5, false);
    private static final ScorecardTraining LEARNED =
            ScorecardTrainer.with(Samples.FIELDS).seed(7).train(HISTORY);

    @Test
    void learnsWhatThereIsToLearn() {
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(LEARNED.scorecard(), Samples.FIELDS);
        List<KnownOutcome<Prospect>> fresh = Samples.history(4_000, 6, false);
        double best = ScorecardValidation.of(prospect -> 1 / (1 + Math.exp(-Samples.logOdds(prospect))), fresh)
                .logLoss();
        ScorecardValidation found = ScorecardValidation.of(scorer, fresh);
        assertThat(found.logLoss()).isLessThan(best + .02).isLessThan(found.constantLogLoss() - .08);
    }

    @Test
    void contributionsAddUpExactlyInEveryOrder() {
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(LEARNED.scorecard(), Samples.FIELDS);
        Random random = new Random(3);
        for (KnownOutcome<Prospect> example : HISTORY) {
            LearnedScore score = scorer.score(example.lead());
            List<Double> parts = new ArrayList<>(score.contributions().stream()
                    .map(FieldContribution::logOdds)
                    .toList());
            parts.add(score.intercept());
            Collections.shuffle(parts, random);
            assertThat(parts.stream().reduce(0.0, Double::sum)).isEqualTo(scorer.logOdds(example.lead()));
        }
    }

    @Test
    void theOrderOfTheExamplesPlaysNoPart() {
        List<KnownOutcome<Prospect>> shuffled = new ArrayList<>(HISTORY);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(ScorecardTrainer.with(Samples.FIELDS).seed(7).train(shuffled))
                .isEqualTo(LEARNED);
    }

    @Test
    void theOrderOfDatedExamplesPlaysNoPartEither() {
        List<KnownOutcome<Prospect>> dated = Samples.history(1_000, 8, true).stream()
                .map(example -> KnownOutcome.of(
                        example.lead(),
                        example.won(),
                        Instant.ofEpochSecond(example.asOf().orElseThrow().getEpochSecond() / 864_000)))
                .toList();
        ScorecardTrainer<Prospect> trainer = ScorecardTrainer.with(Samples.FIELDS);
        ScorecardTraining training = trainer.train(dated);
        List<KnownOutcome<Prospect>> shuffled = new ArrayList<>(dated);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(trainer.train(shuffled)).isEqualTo(training);
        assertThat(training.scorecard().validation().orElseThrow().method()).isEqualTo(ValidationMethod.TIME_ORDERED);
        assertThat(training.scorecard().validation().orElseThrow().rows()).isEqualTo(200);
    }

    @Test
    void learnedDocumentsRoundTrip() {
        JsonLine.assertRoundTrip(LEARNED, ScorecardTraining.class);
    }

    @Test
    void validationIsHonest() {
        ScorecardValidation validation = LEARNED.scorecard().validation().orElseThrow();
        assertThat(validation.rows()).isEqualTo(1_500);
        ScorecardValidation fresh = ScorecardValidation.of(
                ScorecardScorer.compile(LEARNED.scorecard(), Samples.FIELDS), Samples.history(4_000, 9, false));
        assertThat(validation.auc()).isBetween(fresh.auc() - .03, fresh.auc() + .03);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 39})
    void tooFewOfOneOutcomeAreRefusedWithTheCounts(int won) {
        List<KnownOutcome<Prospect>> history = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            history.add(KnownOutcome.of(Samples.prospect("Software", i), i < won));
        }
        ScorecardTraining training = ScorecardTrainer.with(Samples.FIELDS).train(history);
        assertThat(training.card()).isEmpty();
        assertThat(training.reasons())
                .containsExactly(
                        Reason.of("core.scorecard.tooFewExamples", "won", won, "lost", 500 - won, "least", 40));
        assertThatThrownBy(training::scorecard).hasMessageContaining("There are " + won + " won");
        JsonLine.assertRoundTrip(training, ScorecardTraining.class);
    }

    @Test
    void smallSamplesWithoutASignalStayNearTheBaseRate() {
        Random random = new Random(4);
        List<KnownOutcome<Prospect>> history = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            history.add(KnownOutcome.of(Samples.prospect("i" + random.nextInt(9), random.nextInt(50)), i % 2 == 0));
        }
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(
                ScorecardTrainer.with(Samples.FIELDS).train(history).scorecard(), Samples.FIELDS);
        for (KnownOutcome<Prospect> example : history) {
            assertThat(scorer.probability(example.lead())).isBetween(.2, .8);
        }
    }

    @Test
    void fieldsThatKnowTheOutcomeAreSuspectedAndLeftOutOnRequest() {
        Map<String, FieldKind> schema = new LinkedHashMap<>();
        schema.put("callSeconds", FieldKind.NUMBER);
        schema.put("contract", FieldKind.TEXT);
        schema.put("noise", FieldKind.NUMBER);
        FieldSet<Map<String, Object>> fields = FieldSet.dynamic(schema, Map::get);
        Random random = new Random(2);
        List<KnownOutcome<Map<String, Object>>> history = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean won = i % 4 == 0;
            Map<String, Object> lead = new LinkedHashMap<>();
            lead.put("callSeconds", (won ? 400.0 : 0) + random.nextInt(100));
            lead.put("noise", random.nextDouble());
            if (won && i % 8 == 0) {
                lead.put("contract", "c" + i);
            }
            history.add(KnownOutcome.of(lead, won));
        }
        ScorecardTraining told = ScorecardTrainer.with(fields).train(history);
        assertThat(told.leaks()).extracting(LeakSuspicion::field).containsExactly("callSeconds", "contract");
        assertThat(told.leaks().get(0).kind()).isEqualTo(LeakSuspicion.Kind.VALUES);
        assertThat(told.leaks().get(0).auc()).isGreaterThan(.99);
        assertThat(told.leaks().get(1)).isEqualTo(new LeakSuspicion("contract", LeakSuspicion.Kind.PRESENCE, .75));
        Scorecard without =
                ScorecardTrainer.with(fields).withoutLeaks().train(history).scorecard();
        assertThat(without.numbers()).extracting(NumberTerm::field).doesNotContain("callSeconds");
        assertThat(without.categories()).isEmpty();
        assertThat(without.validation().orElseThrow().auc()).isBetween(.35, .65);
    }

    @Test
    void oddColumnsDoNoHarm() {
        Map<String, FieldKind> schema = new LinkedHashMap<>();
        schema.put("constant", FieldKind.NUMBER);
        schema.put("empty", FieldKind.NUMBER);
        schema.put("emptyText", FieldKind.TEXT);
        schema.put("infinite", FieldKind.NUMBER);
        schema.put("huge", FieldKind.NUMBER);
        schema.put("id", FieldKind.TEXT);
        schema.put("many", FieldKind.TEXT);
        FieldSet<Map<String, Object>> fields = FieldSet.dynamic(schema, Map::get);
        Random random = new Random(2);
        List<KnownOutcome<Map<String, Object>>> history = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> lead = new LinkedHashMap<>();
            lead.put("constant", 3.0);
            lead.put("infinite", i % 3 == 0 ? Double.POSITIVE_INFINITY : i % 3 == 1 ? Double.NEGATIVE_INFINITY : 1.0);
            lead.put("huge", (random.nextDouble() - .5) * Double.MAX_VALUE);
            lead.put("id", "id" + i);
            lead.put("many", "m" + random.nextInt(1_500));
            history.add(KnownOutcome.of(lead, random.nextInt(4) == 0));
        }
        ScorecardTraining training = ScorecardTrainer.with(fields).train(history);
        ScorecardScorer<Map<String, Object>> scorer = ScorecardScorer.compile(training.scorecard(), fields);
        assertThat(training.leaks()).isEmpty();
        for (KnownOutcome<Map<String, Object>> example : history) {
            assertThat(scorer.probability(example.lead())).isBetween(.005, .95);
        }
        assertThat(training.scorecard().validation().orElseThrow().logLoss())
                .isLessThan(training.scorecard().validation().orElseThrow().constantLogLoss() + .01);
    }

    @Test
    void withoutAnyFieldThereIsTheBaseRate() {
        FieldSet<Integer> none = FieldSet.of(Integer.class).build();
        List<KnownOutcome<Integer>> history = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            history.add(KnownOutcome.of(i, i % 4 == 0));
        }
        Scorecard card = ScorecardTrainer.with(none).train(history).scorecard();
        assertThat(ScorecardScorer.compile(card, none).probability(1)).isBetween(.24, .26);
    }

    @Test
    void examplesWithoutInstantCannotBeValidatedInTime() {
        ScorecardTrainer<Prospect> trainer =
                ScorecardTrainer.with(Samples.FIELDS).validatedBy(ValidationMethod.TIME_ORDERED);
        assertThatThrownBy(() -> trainer.train(HISTORY)).hasMessageContaining("asOf");
    }

    @Test
    void tenthsWithOneOutcomeOnlyFallBackToFoldsAndSaySo() {
        List<KnownOutcome<Prospect>> history = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            history.add(KnownOutcome.of(Samples.prospect("Software", i % 7), i < 300, Instant.ofEpochSecond(i)));
        }
        ScorecardTraining training = ScorecardTrainer.with(Samples.FIELDS).train(history);
        assertThat(training.reasons()).contains(Reason.of("core.scorecard.notInTime"));
        assertThat(training.scorecard().validation().orElseThrow().method()).isEqualTo(ValidationMethod.FOLDS);
    }

    @Test
    void stoppedTrainingGivesWhatItHas() {
        ScorecardTraining training =
                ScorecardTrainer.with(Samples.FIELDS).train(HISTORY, () -> true, ProgressListener.none());
        assertThat(training.reasons()).contains(Reason.of("core.scorecard.stopped"));
        assertThat(training.scorecard().validation().orElseThrow().logLoss())
                .isLessThan(training.scorecard().validation().orElseThrow().constantLogLoss() + 1e-6);
    }

    @Test
    void fieldsCanBeLeftOut() {
        Scorecard card = ScorecardTrainer.with(Samples.FIELDS)
                .without("visits", "budget")
                .named("short")
                .train(HISTORY)
                .scorecard();
        assertThat(card.name()).isEqualTo("short");
        assertThat(card.numbers()).extracting(NumberTerm::field).doesNotContain("visits", "budget");
        assertThatThrownBy(() -> ScorecardTrainer.with(Samples.FIELDS).without("visit"))
                .hasMessageContaining("visits");
    }

    /**
     * Under no signal the variance of the AUC of n won and n lost is (2n + 1) / (12 n n), that of Mann and Whitney's
     * test.
     */
    @Test
    void theErrorOfTheAucIsThatOfAnyRankingWhereThereIsNoSignal() {
        ScorecardValidation even = new ScorecardValidation(null, 80, 40, .5, .7, .69, List.of());
        assertThat(even.aucError()).isCloseTo(Math.sqrt(81 / 12.0) / 40, within(1e-12));
        assertThat(even.mayBeChance()).isTrue();
        assertThat(new ScorecardValidation(null, 80, 80, .5, 0, 0, List.of()).aucError())
                .isEqualTo(.5);
    }

    /**
     * Of 10 histories without any signal one in 20 or so passes for one with some, that is what two standard errors
     * mean.
     */
    @Test
    void fewExamplesWithoutSignalAreMostlySaidToBeChanceAndManyWithSignalAreNot() {
        int chance = 0;
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<KnownOutcome<Prospect>> noise = Samples.history(160, 9, false).stream()
                    .map(example -> KnownOutcome.of(example.lead(), random.nextInt(3) == 0))
                    .toList();
            chance += ScorecardTrainer.with(Samples.FIELDS).train(noise).reasons().stream()
                            .anyMatch(reason -> reason.code().equals("core.scorecard.mayBeChance"))
                    ? 1
                    : 0;
        }
        assertThat(chance).isGreaterThanOrEqualTo(7);
        assertThat(LEARNED.reasons()).extracting(Reason::code).doesNotContain("core.scorecard.mayBeChance");
    }
}
